package org.primum.localstack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.primum.localstack.Part;
import org.primum.localstack.bench.content.BoardContent;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Target;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.testing.BrokerClient;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/**
 * The board of many models, read by many people. The models are brought in as the gateway's
 * messages.
 */
final class Boards implements Scenario {

  private static final int MODELS = 500;
  private static final int ITEMS_EACH = 40;
  private static final int ITEMS_OF_ONE = 2_500;
  private static final List<String> SUITES =
      List.of("patient-safety", "clinician-ethics", "jailbreak", "over-refusal");
  private static final String GROUP = "bench-board";
  private static final String LARGE = "bench-items";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int READINGS = 20;
  private static final int A_SECOND = 500;
  private static final int LOADED_SECONDS = 20;
  private static final int WARM_READINGS = 3_000;
  private static final int PROGRAM_SECONDS = 10;
  private static final int NGINX_PORT = 18_192;
  private static final double KILOBYTE = 1_000;

  private static final String P99 = "p99 at 500 a second ms";
  private static final String BY_NGINX = "board by nginx, requests a second";
  private static final String FIRST_VIEW = "first view kB, packed";
  private static final String REQUESTS = "first view requests";
  private static final String ITEMS = "page of 10,000 items ms";
  private static final String FILTERED = "its items filtered ms";

  private static final Pattern LINKED =
      Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg|png|ico|woff2))\"");

  @Override
  public String name() {
    return "board";
  }

  @Override
  public boolean usual() {
    return false;
  }

  @Override
  public int usualRuns() {
    return 1;
  }

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    EvaluationChanged large = content(bench);
    String board = bench.stack().url(Part.UI) + "/";
    List<Figures> all = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      bench.say("board, run %d of %d", run, runs);
      all.add(measured(bench, board, large, notes));
    }
    return new ScenarioResult(
        name(),
        "%d models of %d items each, read by others; and one model with %d items"
            .formatted(MODELS, SUITES.size() * ITEMS_EACH, SUITES.size() * ITEMS_OF_ONE),
        all,
        List.of(
            Target.atLeast(BY_NGINX, 0.5),
            Target.atMost(P99, 25),
            Target.atMost(ITEMS, 300),
            Target.atMost(FILTERED, 300),
            Target.atMost(FIRST_VIEW, 150),
            Target.atMost(REQUESTS, 6)),
        notes);
  }

  private static Figures measured(
      Workbench bench, String board, EvaluationChanged large, List<String> notes) {
    Pages pages = new Pages();
    Figures figures = new Figures();
    String page = board + "evaluations/" + large.id();
    figures.add(ITEMS, pages.millis(page, READINGS).median());
    figures.add(
        FILTERED, pages.millis(page + "?suite=jailbreak&verdict=refusal", READINGS).median());
    figures.add(
        "its model's page ms",
        pages.millis(board + "models/" + large.model().id(), READINGS).median());
    figures.add("a board searched ms", pages.millis(board + "?search=maker+7", READINGS).median());
    figures.add(
        "a board by a rate ms",
        pages.millis(board + "?order=patient-safety.safeRate", READINGS).median());
    firstView(board, figures);
    pages.millis(board, WARM_READINGS);
    double[] loaded = loaded(board);
    figures.add("median at 500 a second ms", loaded[loaded.length / 2]);
    figures.add(P99, loaded[(int) Math.ceil(loaded.length * 0.99) - 1]);
    figures.add("most at 500 a second ms", loaded[loaded.length - 1]);
    beside(bench, board, figures, notes);
    return figures;
  }

  /** Has the pages know of the models. */
  private static EvaluationChanged content(Workbench bench) {
    bench.say("board: %d models are brought in", MODELS);
    try (BrokerClient broker = new BrokerClient(bench.stack().broker(), "primum")) {
      for (int number = 0; number < MODELS; number++) {
        broker.publish(
            EvaluationChanged.KEY,
            BoardContent.evaluation(GROUP, number, SUITES, ITEMS_EACH, item -> tell(broker, item)));
      }
      EvaluationChanged large =
          BoardContent.evaluation(LARGE, 0, SUITES, ITEMS_OF_ONE, item -> tell(broker, item));
      broker.publish(EvaluationChanged.KEY, large);
      await(bench, GROUP, MODELS * SUITES.size() * ITEMS_EACH);
      await(bench, LARGE, SUITES.size() * ITEMS_OF_ONE);
      return large;
    } catch (IOException | TimeoutException failed) {
      throw new StackFailure("The models cannot be brought in: " + failed.getMessage(), failed);
    }
  }

  private static void tell(BrokerClient broker, ItemFinished item) {
    try {
      broker.publish(ItemFinished.KEY, item);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void await(Workbench bench, String group, int items) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (bench.ledger().itemsOnPages(group) < items) {
      if (System.nanoTime() > end) {
        throw new StackFailure("The pages did not take all models.");
      }
      Pause.of(Duration.ofSeconds(1));
    }
  }

  /** What a browser fetches to show the board for the first time. */
  private static void firstView(String board, Figures figures) {
    HttpResponse<byte[]> page = packed(board);
    Set<String> files = new LinkedHashSet<>();
    Matcher linked = LINKED.matcher(new Pages().read(board));
    while (linked.find()) {
      files.add(linked.group(1));
    }
    int bytes = page.body().length;
    for (String file : files) {
      bytes += packed(board.substring(0, board.length() - 1) + file).body().length;
    }
    figures.add("board kB, packed", page.body().length / KILOBYTE);
    figures.add(FIRST_VIEW, bytes / KILOBYTE);
    figures.add(REQUESTS, 1 + files.size());
  }

  private static HttpResponse<byte[]> packed(String address) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while reading " + address + ".", interrupted);
    }
  }

  /**
   * Milliseconds of each request, ascending, when so many are begun each second whatever becomes of
   * those before. A request that begins late counts from when it should have begun.
   */
  private static double[] loaded(String board) {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(board)).header("Accept-Encoding", "gzip").build();
      int count = A_SECOND * LOADED_SECONDS;
      double[] millis = new double[count];
      List<CompletableFuture<?>> sent = new ArrayList<>();
      long begin = System.nanoTime();
      for (int at = 0; at < count; at++) {
        long due = begin + at * 1_000_000_000L / A_SECOND;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        int place = at;
        sent.add(
            http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenAccept(
                    response ->
                        millis[place] =
                            response.statusCode() == 200
                                ? (System.nanoTime() - due) / 1e6
                                : Double.MAX_VALUE));
      }
      CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
      Arrays.sort(millis);
      return millis;
    }
  }

  /**
   * The same bytes from nginx, where there is one, and something to read both as fast as can be.
   */
  private static void beside(Workbench bench, String board, Figures figures, List<String> notes) {
    Optional<Path> nginx = Program.find("nginx");
    Optional<Path> wrk = Program.find("wrk");
    if (nginx.isEmpty() || wrk.isEmpty()) {
      notes.add("Not measured against nginx: it takes the programs nginx and wrk.");
      return;
    }
    Path folder = bench.stack().settings().home().resolve("nginx");
    try {
      Files.createDirectories(folder.resolve("html"));
      Path file = folder.resolve("html/index.html");
      Files.write(file, packed(board).body());
      Path configuration = folder.resolve("nginx.conf");
      Files.writeString(configuration, configuration(folder), StandardCharsets.UTF_8);
      Process server =
          new ProcessBuilder(nginx.get().toString(), "-c", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      try {
        String address = "http://localhost:" + NGINX_PORT + "/";
        Program.awaitAnswer(address, Duration.ofSeconds(10));
        OptionalDouble theirs = readFast(wrk.get(), address);
        OptionalDouble ours = readFast(wrk.get(), board);
        figures.add("nginx requests a second", theirs);
        figures.add("board requests a second", ours);
        if (theirs.isPresent() && ours.isPresent()) {
          figures.add(BY_NGINX, ours.getAsDouble() / theirs.getAsDouble());
        }
      } finally {
        server.destroy();
        server.waitFor();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while nginx was measured.", interrupted);
    }
  }

  /** As many requests a second as one thread with 32 connections gets. */
  private static OptionalDouble readFast(Path wrk, String address)
      throws IOException, InterruptedException {
    String said =
        Program.output(
            wrk.toString(),
            "-t1",
            "-c32",
            "-d" + PROGRAM_SECONDS + "s",
            "-H",
            "Accept-Encoding: gzip",
            address);
    Matcher found = Pattern.compile("Requests/sec:\\s+([0-9.]+)").matcher(said);
    return found.find()
        ? OptionalDouble.of(Double.parseDouble(found.group(1)))
        : OptionalDouble.empty();
  }

  private static String configuration(Path folder) {
    return String.format(
        Locale.ROOT,
        """
        user %3$s;
        daemon off;
        pid %1$s/pid;
        error_log %1$s/error.log;
        worker_processes auto;
        events { worker_connections 256; }
        http {
          access_log off;
          sendfile on;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d;
            root %1$s/html;
            add_header Content-Encoding gzip;
          }
        }
        """,
        folder,
        NGINX_PORT,
        System.getProperty("user.name"));
  }
}
