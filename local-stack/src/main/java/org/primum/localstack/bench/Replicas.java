package org.primum.localstack.bench;

import java.util.ArrayList;
import java.util.List;
import org.primum.localstack.bench.endpoint.Behaviour;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Target;

/** Two replicas of the runner at an endpoint that takes twice as much as one of them can ask. */
final class Replicas implements Scenario {

  private static final int ITEMS = 480;
  private static final int OF_ONE_RUNNER = 16;
  private static final int OF_ENDPOINT = 32;
  private static final int LATENCY_MILLIS = 500;
  private static final int JUDGE_IN_FLIGHT = 64;
  private static final int JUDGE_LATENCY_MILLIS = 200;
  private static final String FASTER = "two replicas by one";

  @Override
  public String name() {
    return "replicas";
  }

  @Override
  public Arrangement arrangement() {
    return Arrangement.USUAL.with("PRIMUM_RUNNER_PREFETCH", Integer.toString(OF_ONE_RUNNER));
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load.Asked model = Load.Asked.model(OF_ENDPOINT, LATENCY_MILLIS);
    Load load =
        new Load(
            ITEMS,
            model.with(Behaviour.steady(LATENCY_MILLIS).withMostAtOnce(OF_ENDPOINT)),
            Load.Asked.judge(JUDGE_IN_FLIGHT, JUDGE_LATENCY_MILLIS));
    List<Figures> one = bench.measured("replicas, one", load, runs);
    bench.arrange(arrangement().withRunners(2));
    List<Figures> two = bench.measured("replicas, two", load, runs);
    List<Figures> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      all.add(compared(one.get(run), two.get(run)));
    }
    return new ScenarioResult(
        name(),
        "%d items, %d ms a call, each runner asks %d at once, the endpoint takes %d"
            .formatted(ITEMS, LATENCY_MILLIS, OF_ONE_RUNNER, OF_ENDPOINT),
        all,
        List.of(Target.atLeast(FASTER, 1.8)),
        List.of("The figures of processes are those with two replicas."));
  }

  private static Figures compared(Figures one, Figures two) {
    double oneSeconds = one.of(FigureNames.SECONDS).orElseThrow();
    double twoSeconds = two.of(FigureNames.SECONDS).orElseThrow();
    return new Figures()
        .add("one replica s", oneSeconds)
        .add("two replicas s", twoSeconds)
        .add(FASTER, oneSeconds / twoSeconds)
        .add("most calls at once: one replica", one.of("most calls at once: model"))
        .addAll(two);
  }
}
