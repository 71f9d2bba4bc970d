package org.primum.localstack.bench;

import java.util.ArrayList;
import java.util.List;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Target;
import org.primum.localstack.starter.GatewayApi;

/** A small evaluation beside a large one of another model, both at the same judge. */
final class Fair implements Scenario {

  private static final int SMALL = 200;
  private static final int LARGE = 5_000;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 50;
  private static final int JUDGE_IN_FLIGHT = 16;
  private static final int JUDGE_LATENCY_MILLIS = 200;

  /** Verdicts of the large one until it counts as under way. */
  private static final int UNDER_WAY = 200;

  /** The two share the judge, so each has half of it. */
  private static final double SHARING = 2;

  private static final String BY_ALLOWANCE = "beside by its fair share";

  @Override
  public String name() {
    return "fair";
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load.Asked judge = Load.Asked.judge(JUDGE_IN_FLIGHT, JUDGE_LATENCY_MILLIS);
    Load.Asked model = Load.Asked.model(IN_FLIGHT, LATENCY_MILLIS);
    Load small = new Load(SMALL, model.named("bench-model-small"), judge);
    Load large = new Load(LARGE, model.named("bench-model-large"), judge);
    List<Figures> all = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Figures figures = measured(bench, small, large);
      bench.say(
          "fair, run %d of %d: alone %.2f s, beside %.2f s",
          run,
          runs,
          figures.of("alone s").orElse(Double.NaN),
          figures.of("beside s").orElse(Double.NaN));
      all.add(figures);
    }
    return new ScenarioResult(
        name(),
        "%d items beside %d of another model at one judge, who takes %d at once"
            .formatted(SMALL, LARGE, JUDGE_IN_FLIGHT),
        all,
        List.of(Target.atMost(BY_ALLOWANCE, 1.25)),
        List.of("Its fair share is half of the judge: twice its time alone."));
  }

  private static Load withHalfTheJudge(Load load) {
    Load.Asked judge = load.judge();
    return new Load(
        load.items(),
        load.model(),
        new Load.Asked(judge.name(), judge.inFlight() / 2, judge.behaviour()));
  }

  private static Figures measured(Workbench bench, Load small, Load large) {
    GatewayApi submitter = bench.prepare(small, large);
    bench.settle();
    Workbench.Started first = bench.start(submitter, small);
    double alone = Workbench.seconds(first, bench.end(first, SMALL));
    Workbench.Started big = bench.start(submitter, large);
    while (bench.ledger().ended(big.id()) < UNDER_WAY) {
      Pause.briefly();
    }
    Workbench.Started second = bench.start(submitter, small);
    double beside = Workbench.seconds(second, bench.end(second, SMALL));
    long bigEnded = bench.ledger().ended(big.id());
    // The first token may have lapsed meanwhile.
    BenchContent.cancel(bench.stack().as("submitter"), big.id());
    bench.end(big, 0);
    return new Figures()
        .add("ideal alone s", small.ideal().seconds())
        .add("alone s", alone)
        .add("beside s", beside)
        .add("beside by alone", beside / alone)
        .add("ideal with half of the judge s", withHalfTheJudge(small).ideal().seconds())
        .add("its fair share s", alone * SHARING)
        .add(BY_ALLOWANCE, beside / (alone * SHARING))
        .add("items of the large one that had ended", bigEnded);
  }
}
