package org.primum.localstack.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.localstack.Part;
import org.primum.localstack.bench.measure.JavaDiagnosis;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.wire.RoundTrip;
import org.primum.localstack.starter.GatewayApi;

/** A very large evaluation: whether memory and queries grow with it. */
final class Huge implements Scenario {

  private static final int ITEMS = 100_000;
  private static final int FEW_ITEMS = 1_000;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 50;
  private static final double EARLY = 0.1;
  private static final double LATE = 0.9;
  private static final int READINGS = 10;
  private static final int SHOWN = 15;
  private static final double MEGABYTE = 1_000_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration COUNTED = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "huge";
  }

  @Override
  public boolean usual() {
    return false;
  }

  @Override
  public int usualRuns() {
    return 1;
  }

  private static Load load(int items) {
    return new Load(
        items,
        Load.Asked.model(IN_FLIGHT, LATENCY_MILLIS),
        Load.Asked.judge(IN_FLIGHT, LATENCY_MILLIS));
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load few = load(FEW_ITEMS);
    Load many = load(bench.items(ITEMS));
    List<Figures> all = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Workbench.Started started = bench.start(few);
      bench.end(started, few.items());
      Figures figures = new Figures().addAll(queries(bench, started.id(), few.items()));
      figures.addAll(measured(bench, many));
      all.add(figures);
    }
    bench.arrange(Arrangement.USUAL.withCounting());
    return new ScenarioResult(
        name(),
        "%d items, %d in flight, %d ms a call".formatted(many.items(), IN_FLIGHT, LATENCY_MILLIS),
        all,
        List.of(),
        statements(bench, few, many));
  }

  private static Figures measured(Workbench bench, Load load) {
    GatewayApi submitter = bench.prepare(load);
    bench.settle();
    Map<String, Long> services = bench.stack().services();
    Measurement measurement = Measurement.begin(bench.stack(), bench.ledger());
    Workbench.Started started = bench.start(submitter, load);
    double untilStarted = Workbench.seconds(started, Instant.now());
    awaitShare(bench, started.id(), load.items(), EARLY);
    Map<String, Double> early = heaps(services);
    awaitShare(bench, started.id(), load.items(), LATE);
    Map<String, Double> late = heaps(services);
    String evaluation = gatewayAddress(bench, started.id());
    double whileRunning = new Pages().millis(evaluation, READINGS).median();
    Instant end = bench.end(started, load.items());
    double seconds = Workbench.seconds(started, end);
    var seen = bench.stack().endpoint().figures();
    Figures figures =
        new Figures()
            .add(FigureNames.SECONDS, seconds)
            .add("ideal s", load.ideal().seconds())
            .add(FigureNames.BY_IDEAL, seconds / load.ideal().seconds())
            .add("items a second", load.items() / seconds)
            .add("request to start it s", untilStarted)
            .add(
                "request to first call s",
                seen.of(load.model().name()).firstCallAt() / 1e3
                    - started.at().toEpochMilli() / 1e3)
            .addAll(Endings.of(bench.ledger(), started.id(), load.items()));
    early.forEach((name, bytes) -> figures.add("heap MB at 10 %: " + name, bytes / MEGABYTE));
    late.forEach((name, bytes) -> figures.add("heap MB at 90 %: " + name, bytes / MEGABYTE));
    return figures
        .addAll(measurement.end(bench.ledger(), seen.calls(), load.items()))
        .add("GET evaluation while it runs ms", whileRunning)
        .addAll(queries(bench, started.id(), load.items()));
  }

  private static void awaitShare(Workbench bench, UUID evaluation, int items, double share) {
    while (bench.ledger().ended(evaluation) < share * items) {
      Pause.of(BETWEEN_LOOKS);
    }
    bench.say("huge: %.0f %% of the items have ended", share * 100);
  }

  private static Map<String, Double> heaps(Map<String, Long> services) {
    Map<String, Double> heaps = new LinkedHashMap<>();
    services.forEach(
        (name, pid) ->
            JavaDiagnosis.liveHeap(pid).ifPresent(bytes -> heaps.put(name, (double) bytes)));
    return heaps;
  }

  private static String gatewayAddress(Workbench bench, UUID evaluation) {
    return bench.stack().url(Part.GATEWAY) + "/api/v1/evaluations/" + evaluation;
  }

  private static Figures queries(Workbench bench, UUID evaluation, int items) {
    Pages pages = new Pages();
    String board = bench.stack().url(Part.UI) + "/";
    String page = board + "evaluations/" + evaluation;
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("GET evaluation", gatewayAddress(bench, evaluation));
    addresses.put("board", board);
    addresses.put("page of the evaluation", page);
    // A page far behind the last shows the last.
    addresses.put("its last page of items", page + "?page=" + items);
    Figures figures = new Figures();
    addresses.forEach(
        (name, address) ->
            figures.add(
                "%s at %d items ms".formatted(name, items),
                pages.millis(address, READINGS).median()));
    return figures;
  }

  /** The statements that took most time with many items, beside their time with few. */
  private static List<String> statements(Workbench bench, Load few, Load many) {
    Map<String, RoundTrip> before =
        counted(bench, few).stream()
            .collect(
                Collectors.toMap(
                    kind -> kind.user() + kind.statement(), kind -> kind, (one, other) -> one));
    List<RoundTrip> after = counted(bench, many);
    List<String> notes = new ArrayList<>();
    notes.add(
        "Slowest statements of the first %d s: mean ms at %d and %d items, longest, count, who"
            .formatted(COUNTED.toSeconds(), few.items(), many.items()));
    after.stream()
        .sorted(Comparator.comparingDouble(RoundTrip::meanMillis).reversed())
        .limit(SHOWN)
        .map(
            kind -> {
              RoundTrip old = before.get(kind.user() + kind.statement());
              return String.format(
                  Locale.ROOT,
                  "%8s %8.2f %9.1f %7d  %-19s %s",
                  old == null ? "" : String.format(Locale.ROOT, "%.2f", old.meanMillis()),
                  kind.meanMillis(),
                  kind.longestMillis(),
                  kind.count(),
                  kind.user(),
                  Trips.shortened(kind.statement()));
            })
        .forEach(notes::add);
    return notes;
  }

  private static List<RoundTrip> counted(Workbench bench, Load load) {
    GatewayApi submitter = bench.prepare(load);
    bench.settle();
    bench.stack().proxy().forget();
    Workbench.Started started = bench.start(submitter, load);
    long end = System.nanoTime() + COUNTED.toNanos();
    while (bench.ledger().ended(started.id()) < load.items() && System.nanoTime() < end) {
      Pause.of(BETWEEN_LOOKS);
    }
    List<RoundTrip> counted = bench.stack().proxy().counted();
    if (bench.ledger().ended(started.id()) < load.items()) {
      BenchContent.cancel(submitter, started.id());
    }
    bench.end(started, 0);
    return counted;
  }
}
