package org.primum.localstack.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.primum.localstack.bench.endpoint.Behaviour;
import org.primum.localstack.bench.endpoint.EndpointFigures;
import org.primum.localstack.bench.endpoint.ModelFigures;
import org.primum.localstack.bench.measure.JavaDiagnosis;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.progress.Progress;
import org.primum.localstack.starter.GatewayApi;

/** What scenarios measure with: the stack, its content, and how one evaluation is measured. */
final class Workbench implements AutoCloseable {

  private static final int WARM_UP_ITEMS = 2_000;
  private static final int WARM_UP_IN_FLIGHT = 64;
  private static final int WARM_UP_LATENCY_MILLIS = 20;
  private static final int LINES_OF_A_VIEW = 15;
  private static final int WARM_UPS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration PAGES_PATIENCE = Duration.ofSeconds(30);
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final BenchStack stack;
  private final BenchContent content;
  private final BenchOptions options;
  private final Progress progress;
  private Ledger ledger;

  /** An evaluation that was started. */
  record Started(UUID id, Instant at) {}

  Workbench(BenchStack stack, BenchOptions options, Progress progress) {
    this.stack = stack;
    this.content = new BenchContent(stack, progress);
    this.options = options;
    this.progress = progress;
  }

  BenchStack stack() {
    return stack;
  }

  Ledger ledger() {
    return ledger;
  }

  void say(String line, Object... values) {
    progress.say(String.format(Locale.ROOT, line, values));
  }

  /** The number of items somebody asked for, or the usual one. */
  int items(int usual) {
    return options.items().orElse(usual);
  }

  /** Arranges the stack, and warms its services up when they were started for it. */
  void arrange(Arrangement arrangement) {
    if (stack.arrange(arrangement)) {
      if (ledger != null) {
        ledger.close();
      }
      ledger = new Ledger(stack);
      warmUp();
    }
  }

  private void warmUp() {
    say("Warming up: %d evaluations of %d items", WARM_UPS, WARM_UP_ITEMS);
    Load load =
        new Load(
            WARM_UP_ITEMS,
            Load.Asked.model(WARM_UP_IN_FLIGHT, WARM_UP_LATENCY_MILLIS),
            Load.Asked.judge(WARM_UP_IN_FLIGHT, WARM_UP_LATENCY_MILLIS));
    for (int run = 0; run < WARM_UPS; run++) {
      finished(load);
    }
  }

  /** Runs an evaluation to its end without measuring it; its seconds. */
  private double finished(Load load) {
    Started started = start(load);
    return seconds(started, end(started, load.items()));
  }

  /**
   * Sees to it that benchmarks, judges and models are there, and tells the endpoint to behave.
   *
   * @return the gateway as the one who starts evaluations sees it
   */
  GatewayApi prepare(Load... loads) {
    Map<String, Behaviour> behaviours = new HashMap<>();
    for (Load load : loads) {
      benchmark(load);
      content.model(load.model().name(), load.model().inFlight());
      behaviours.putAll(load.behaviours());
    }
    stack.endpoint().behave(behaviours);
    return stack.as("submitter");
  }

  private String benchmark(Load load) {
    return content.benchmark(load.items(), load.judge().name(), load.judge().inFlight());
  }

  /** Prepares and starts an evaluation. */
  Started start(Load load) {
    GatewayApi submitter = prepare(load);
    return start(submitter, load);
  }

  /** Starts an evaluation that is prepared. */
  Started start(GatewayApi submitter, Load load) {
    String benchmark = benchmark(load);
    String model = content.model(load.model().name(), load.model().inFlight());
    Instant at = Instant.now();
    return new Started(BenchContent.start(submitter, model, benchmark), at);
  }

  /** Waits until an evaluation has ended and the pages show all of it; when it ended. */
  Instant end(Started started, int items) {
    Instant end = ledger.awaitEnd(started.id(), LONGEST);
    if (!ledger.awaitPages(started.id(), items, PAGES_PATIENCE)) {
      say("  The pages lack items of %s; their CPU time is not complete.", started.id());
    }
    return end;
  }

  /** Lets what came before come to rest. */
  void settle() {
    Pause.of(SETTLING);
  }

  static double seconds(Started started, Instant end) {
    return Duration.between(started.at(), end).toNanos() / 1e9;
  }

  /** Measures one evaluation from its request to its end. */
  Figures measured(Load load) {
    GatewayApi submitter = prepare(load);
    settle();
    Measurement measurement = Measurement.begin(stack, ledger);
    Started started = start(submitter, load);
    Instant end = end(started, load.items());
    EndpointFigures seen = stack.endpoint().figures();
    double seconds = seconds(started, end);
    Ideal ideal = load.ideal();
    ModelFigures model = seen.of(load.model().name());
    ModelFigures judge = seen.of(load.judge().name());
    return new Figures()
        .add(FigureNames.SECONDS, seconds)
        .add("ideal s: calls × latency / in flight", ideal.even())
        .add("ideal s: whole waves, with the last judging", ideal.seconds())
        .add(FigureNames.BY_IDEAL, seconds / ideal.seconds())
        .add("items a second", load.items() / seconds)
        .add(FigureNames.SCORED, ledger.scored(started.id()))
        .add("calls to the model", model.calls())
        .add("calls to the judge", judge.calls())
        .add("most calls at once: model", model.mostAtOnce())
        .add("most calls at once: judge", judge.mostAtOnce())
        .addAll(measurement.end(ledger, seen.calls(), load.items()));
  }

  /** Measures one evaluation so often. */
  List<Figures> measured(String scenario, Load load, int runs) {
    List<Figures> all = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Figures figures = measured(load);
      say(
          "%s, run %d of %d: %.2f s, %.2f × ideal",
          scenario,
          run,
          runs,
          figures.of(FigureNames.SECONDS).orElse(Double.NaN),
          figures.of(FigureNames.BY_IDEAL).orElse(Double.NaN));
      all.add(figures);
    }
    return all;
  }

  /** One more run that is recorded, if somebody asked for it; lines that say what it showed. */
  List<String> profile(String scenario, Load load) {
    if (!options.profile()) {
      return List.of();
    }
    say("%s, one more run with the flight recorder", scenario);
    Map<String, Long> services = stack.services();
    services.values().forEach(JavaDiagnosis::startRecording);
    double seconds = finished(load);
    Map<String, Path> recordings = new LinkedHashMap<>();
    services.forEach(
        (name, pid) -> {
          Path file = options.out().resolve("%s-%s.jfr".formatted(scenario, name));
          JavaDiagnosis.stopRecording(pid, file);
          recordings.put(name, file);
        });
    List<String> lines = new ArrayList<>();
    lines.add("Recorded run: %.2f s".formatted(seconds));
    recordings.forEach(
        (name, file) -> {
          lines.add("Recording of %s: %s".formatted(name, file));
          for (String view : List.of("hot-methods", "allocation-by-site", "gc-pauses")) {
            JavaDiagnosis.view(file, view)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_OF_A_VIEW)
                .forEach(lines::add);
          }
        });
    return lines;
  }

  @Override
  public void close() {
    if (ledger != null) {
      ledger.close();
    }
  }
}
