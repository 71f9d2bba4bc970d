package org.primum.localstack.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.primum.localstack.Part;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;

/** How long it takes from the last verdict until a visitor sees the complete evaluation. */
final class Finish implements Scenario {

  private static final int ITEMS = 466;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 200;
  private static final double LOOK_FROM = 0.9;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final String SHOWN = "data-finished=\"true\"";

  @Override
  public String name() {
    return "finish";
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load load =
        new Load(
            ITEMS,
            Load.Asked.model(IN_FLIGHT, LATENCY_MILLIS),
            Load.Asked.judge(IN_FLIGHT, LATENCY_MILLIS));
    List<Figures> all = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Figures figures = measured(bench, load);
      bench.say(
          "finish, run %d of %d: %.2f s",
          run, runs, figures.of("last verdict to page s").orElse(Double.NaN));
      all.add(figures);
    }
    return new ScenarioResult(
        name(),
        "from the last verdict of %d items until the public page shows the end, asked every %d ms"
            .formatted(ITEMS, BETWEEN_LOOKS.toMillis()),
        all,
        List.of(),
        List.of());
  }

  private static Figures measured(Workbench bench, Load load) {
    Workbench.Started started = bench.start(load);
    while (bench.ledger().ended(started.id()) < LOOK_FROM * load.items()) {
      Pause.of(BETWEEN_LOOKS);
    }
    String page = bench.stack().url(Part.UI) + "/evaluations/" + started.id();
    Pages pages = new Pages();
    while (!pages.read(page).contains(SHOWN)) {
      Pause.of(BETWEEN_LOOKS);
    }
    Instant shown = Instant.now();
    Instant end = bench.end(started, load.items());
    Instant lastVerdict = bench.ledger().lastItemEnded(started.id()).orElseThrow();
    return new Figures()
        .add("last verdict to end of evaluation s", seconds(lastVerdict, end))
        .add("last verdict to page s", seconds(lastVerdict, shown));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
