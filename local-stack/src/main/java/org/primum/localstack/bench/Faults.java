package org.primum.localstack.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.primum.localstack.bench.endpoint.Behaviour;
import org.primum.localstack.bench.endpoint.Fate;
import org.primum.localstack.bench.endpoint.ModelFigures;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Target;

/** Model and judge that fail in every way at once: everything has to end all the same. */
final class Faults implements Scenario {

  private static final int ITEMS = 466;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 200;
  private static final int JITTER_MILLIS = 100;
  private static final int STORM_EVERY_MILLIS = 30_000;
  private static final int STORM_MILLIS = 5_000;

  private static final Behaviour FAULTY =
      Behaviour.steady(LATENCY_MILLIS)
          .withJitter(JITTER_MILLIS)
          .withShares(Map.of(Fate.SERVER_ERROR, 0.3, Fate.HANG, 0.1, Fate.CUT, 0.05))
          .withStorms(STORM_EVERY_MILLIS, STORM_MILLIS);

  @Override
  public String name() {
    return "faults";
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
            new Load.Asked("bench-model-faulty", IN_FLIGHT, FAULTY),
            new Load.Asked("bench-judge-faulty", IN_FLIGHT, FAULTY));
    List<Figures> all = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Figures figures = measured(bench, load);
      bench.say(
          "faults, run %d of %d: %.0f s, coverage %.3f",
          run,
          runs,
          figures.of(FigureNames.SECONDS).orElse(Double.NaN),
          figures.of("coverage").orElse(Double.NaN));
      all.add(figures);
    }
    return new ScenarioResult(
        name(),
        "%d items; of the calls to model and judge 30 %% get status 500, 10 %% hang, 5 %% are cut,"
                .formatted(ITEMS)
            + " and every 30 s all are refused for 5 s",
        all,
        List.of(Target.atMost(Endings.OPEN, 0)),
        List.of());
  }

  private static Figures measured(Workbench bench, Load load) {
    Workbench.Started started = bench.start(load);
    Instant end = bench.end(started, load.items());
    ModelFigures model = bench.stack().endpoint().figures().of(load.model().name());
    ModelFigures judge = bench.stack().endpoint().figures().of(load.judge().name());
    return new Figures()
        .add(FigureNames.SECONDS, Workbench.seconds(started, end))
        .addAll(Endings.of(bench.ledger(), started.id(), load.items()))
        .add("calls to the model", model.calls())
        .add("calls to the model: answered", model.answered())
        .add("calls to the model: refused", model.refused())
        .add("calls to the model: failed", model.failed())
        .add("calls to the model: broken", model.broken())
        .add("calls to the judge", judge.calls())
        .add("calls to the judge: answered", judge.answered());
  }
}
