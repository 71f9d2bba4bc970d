package org.primum.localstack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.wire.RoundTrip;

/** Round trips to the database, counted between the services and PostgreSQL. */
final class Trips implements Scenario {

  private static final int ITEMS = 466;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 200;
  private static final int SHOWN = 25;
  private static final int STATEMENT_SHOWN = 110;

  @Override
  public String name() {
    return "trips";
  }

  @Override
  public int usualRuns() {
    return 1;
  }

  @Override
  public Arrangement arrangement() {
    return Arrangement.USUAL.withCounting();
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load load =
        new Load(
            ITEMS,
            Load.Asked.model(IN_FLIGHT, LATENCY_MILLIS),
            Load.Asked.judge(IN_FLIGHT, LATENCY_MILLIS));
    List<Figures> all = new ArrayList<>();
    List<RoundTrip> last = List.of();
    for (int run = 1; run <= runs; run++) {
      last = counted(bench, load);
      all.add(figures(last));
    }
    return new ScenarioResult(
        name(),
        "round trips to the database for %d items; a counting proxy stands before it"
            .formatted(ITEMS),
        all,
        List.of(),
        notes(last));
  }

  /** What one evaluation, and nothing else, sends to the database. */
  private static List<RoundTrip> counted(Workbench bench, Load load) {
    bench.prepare(load);
    bench.settle();
    bench.stack().proxy().forget();
    Workbench.Started started = bench.start(load);
    bench.end(started, load.items());
    return bench.stack().proxy().counted();
  }

  private static Figures figures(List<RoundTrip> counted) {
    Map<String, Long> byUser =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    RoundTrip::user, TreeMap::new, Collectors.summingLong(RoundTrip::count)));
    Figures figures =
        new Figures()
            .add(
                "round trips an item",
                (double) byUser.values().stream().mapToLong(Long::longValue).sum() / ITEMS);
    byUser.forEach(
        (user, count) -> figures.add("round trips an item: " + user, (double) count / ITEMS));
    return figures;
  }

  private static List<String> notes(List<RoundTrip> counted) {
    List<String> notes = new ArrayList<>();
    notes.add("Those that took most time together: times an item, mean ms, who, last statement");
    counted.stream()
        .limit(SHOWN)
        .map(
            kind ->
                String.format(
                    Locale.ROOT,
                    "%8.2f %8.2f  %-19s %s",
                    (double) kind.count() / ITEMS,
                    kind.meanMillis(),
                    kind.user(),
                    shortened(kind.statement())))
        .forEach(notes::add);
    return notes;
  }

  static String shortened(String statement) {
    return statement.length() <= STATEMENT_SHOWN
        ? statement
        : statement.substring(0, STATEMENT_SHOWN) + "…";
  }
}
