package org.primum.localstack.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.primum.localstack.bench.report.BenchReport;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Table;
import org.primum.localstack.progress.Progress;

/** Measures the whole system against an endpoint that behaves as it is told. */
public final class Bench {

  private static final Duration IDLE = Duration.ofSeconds(5);

  private final Path project;
  private final BenchOptions options;
  private final Map<String, String> environment;
  private final Progress progress;

  private Bench(
      Path project, BenchOptions options, Map<String, String> environment, Progress progress) {
    this.project = project;
    this.options = options;
    this.environment = environment;
    this.progress = progress;
  }

  /**
   * Runs the scenarios the arguments name, shows what they came to, and keeps it.
   *
   * @param project the folder of the whole project, with everything built
   * @param arguments of the command {@code bench}
   * @param environment may move ports and name a database and a broker, as for {@code up}
   * @return the file with the results; null when only the usage was asked for
   */
  public static Path run(
      Path project, List<String> arguments, Map<String, String> environment, Progress progress) {
    if (arguments.contains("--help")) {
      progress.say(BenchOptions.USAGE);
      return null;
    }
    return new Bench(project, BenchOptions.read(project, arguments), environment, progress)
        .measured();
  }

  private Path measured() {
    Map<String, Map<String, Double>> before =
        options.comparison().map(BenchReport::medians).orElse(Map.of());
    BenchStack stack = new BenchStack(project, options.home(), environment, progress);
    AtomicBoolean closed = new AtomicBoolean();
    Thread whenInterrupted = new Thread(() -> close(stack, closed));
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
    try (Workbench bench = new Workbench(stack, options, progress)) {
      List<Scenario> scenarios = Scenarios.chosen(options.scenarios());
      bench.arrange(scenarios.getFirst().arrangement());
      BenchReport report = new BenchReport(options.out(), Instant.now(), circumstances(stack));
      for (Scenario scenario : scenarios) {
        bench.arrange(scenario.arrangement());
        ScenarioResult result = scenario.run(bench, options.runs().orElse(scenario.usualRuns()));
        report.add(result);
        progress.say(Table.of(result));
        if (before.containsKey(result.name())) {
          progress.say(Table.compared(before.get(result.name()), result));
        }
      }
      progress.say("%nThe results are in %s.".formatted(report.file()));
      return report.file();
    } finally {
      close(stack, closed);
    }
  }

  private static void close(BenchStack stack, AtomicBoolean closed) {
    if (!closed.getAndSet(true)) {
      stack.close();
    }
  }

  private Map<String, Object> circumstances(BenchStack stack) {
    Map<String, Object> circumstances = new LinkedHashMap<>();
    circumstances.put("commit", commit());
    circumstances.put("cores", Runtime.getRuntime().availableProcessors());
    circumstances.put("processor", fromFile(Path.of("/proc/cpuinfo"), "model name"));
    circumstances.put("memory", fromFile(Path.of("/proc/meminfo"), "MemTotal"));
    circumstances.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    circumstances.put("java", Runtime.version().toString());
    circumstances.put("serviceOptions", stack.settings().serviceOptions());
    circumstances.put("serviceVariables", stack.settings().serviceEnvironment());
    circumstances.put("parts", stack.descriptions());
    circumstances.put("idleCpuMillisASecond", Measurement.idle(stack, IDLE));
    return circumstances;
  }

  private String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
              .directory(project.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException missing) {
      return "unknown";
    }
  }

  /** The value of the first line that begins so; in the files of /proc a colon stands before it. */
  private static String fromFile(Path file, String key) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException missing) {
      return "unknown";
    }
  }
}
