package org.primum.system.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.primum.protocol.Json;
import org.primum.system.stack.Folders;
import org.primum.system.stack.Programs;

/** The endpoint that gives recorded real answers and verdicts. */
final class Replay implements AutoCloseable {

  static final Path DATA_SET =
      Folders.SHARED.resolve("datasets/patientsafetybench/patientsafetybench.jsonl");
  private static final Path SCRIPT = Folders.SHARED.resolve("replay/replay.mjs");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Replay(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether the recorded data and the program to replay it are here. */
  static boolean possible() {
    boolean possible =
        Files.exists(SCRIPT) && Files.exists(DATA_SET) && Programs.find("node").isPresent();
    if (!possible) {
      System.out.println(
          "SKIPPED: the golden run needs ../shared beside the project and node on the path.");
    }
    return possible;
  }

  static Replay start(Duration latency) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                Programs.find("node").orElseThrow().toString(),
                SCRIPT.toString(),
                "--port",
                Integer.toString(port),
                "--latency-ms",
                Long.toString(latency.toMillis()))
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "replay.log").toFile())
            .start();
    Replay replay = new Replay(process, port);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(replay::answers);
    return replay;
  }

  private boolean answers() {
    try {
      return stats().has("served");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What it has served so far. */
  JsonNode stats() throws IOException {
    try {
      return Json.read(
          http.send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/stats")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body(),
          JsonNode.class);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  String baseUrl() {
    return "http://localhost:" + port + "/v1";
  }

  @Override
  public void close() {
    process.destroy();
  }
}
