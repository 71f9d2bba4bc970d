package org.primum.localstack.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.primum.localstack.bench.endpoint.Behaviour;
import org.primum.localstack.bench.endpoint.ModelFigures;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;

/** An endpoint with a rate limit that it tells in its headers. */
final class Limited implements Scenario {

  private static final int PER_MINUTE = 300;
  private static final int BURST = 30;
  private static final int MINUTES = 3;
  private static final int ITEMS = PER_MINUTE * MINUTES + BURST;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 200;
  private static final double SECONDS_PER_MINUTE = 60;

  @Override
  public String name() {
    return "limited";
  }

  @Override
  public int usualRuns() {
    return 1;
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load load =
        new Load(
            ITEMS,
            new Load.Asked(
                "bench-model-limited",
                IN_FLIGHT,
                Behaviour.steady(LATENCY_MILLIS).withRate(PER_MINUTE, BURST)),
            Load.Asked.judge(IN_FLIGHT, LATENCY_MILLIS));
    List<Figures> all = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Figures figures = measured(bench, load);
      bench.say(
          "limited, run %d of %d: %.0f s, %.2f of the allowance",
          run,
          runs,
          figures.of(FigureNames.SECONDS).orElse(Double.NaN),
          figures.of("share of the allowance used").orElse(Double.NaN));
      all.add(figures);
    }
    return new ScenarioResult(
        name(),
        "%d items at an endpoint that takes %d calls a minute and %d after a pause"
            .formatted(ITEMS, PER_MINUTE, BURST),
        all,
        List.of(),
        List.of());
  }

  private static Figures measured(Workbench bench, Load load) {
    Workbench.Started started = bench.start(load);
    Instant end = bench.end(started, load.items());
    ModelFigures seen = bench.stack().endpoint().figures().of(load.model().name());
    double perSecond = PER_MINUTE / SECONDS_PER_MINUTE;
    double allowance = BURST + perSecond * seen.seconds();
    return new Figures()
        .add(FigureNames.SECONDS, Workbench.seconds(started, end))
        .add("ideal s", (load.items() - BURST) / perSecond)
        .add("share of the allowance used", seen.answered() / allowance)
        .add("share of the calls refused", (double) seen.refused() / seen.calls())
        .add("calls to the model", seen.calls())
        .add("calls refused", seen.refused())
        .add("most calls at once: model", seen.mostAtOnce())
        .addAll(Endings.of(bench.ledger(), started.id(), load.items()));
  }
}
