package org.primum.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir Path folder;

  private ProcessTable processes;

  @BeforeEach
  void open() {
    processes = reopened();
  }

  @AfterEach
  void end() {
    processes.kill("sleeper");
  }

  private ProcessTable reopened() {
    return new ProcessTable(folder.resolve("run"), folder.resolve("logs"));
  }

  private Launch shell(String script) {
    return new Launch(List.of("sh", "-c", script), Map.of("COLOUR", "green"), folder, "1");
  }

  @Test
  void findsItsProcessAgainFromAnotherProgram() {
    ProcessHandle started = processes.start("sleeper", shell("sleep 60"));

    assertThat(reopened().running("sleeper")).contains(started);
  }

  @Test
  void knowsWhetherItWasStartedJustLikeThis() {
    processes.start("sleeper", shell("sleep 60"));

    assertThat(processes.running("sleeper", shell("sleep 60"))).isTrue();
    assertThat(processes.running("sleeper", shell("sleep 61"))).isFalse();
  }

  @Test
  @Timeout(30)
  void letsAProcessStandStillAndGoOn() throws IOException {
    ProcessHandle started = processes.start("sleeper", shell("exec sleep 60"));

    processes.freeze("sleeper");
    awaitStill(started, true);
    assertThat(processes.running("sleeper")).contains(started);

    processes.thaw("sleeper");
    awaitStill(started, false);
    assertThat(processes.running("sleeper")).contains(started);
  }

  /** The system says T of a process that stands still. */
  private static void awaitStill(ProcessHandle process, boolean still) throws IOException {
    String state;
    do {
      Process ps =
          new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(process.pid())).start();
      state = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } while (state.startsWith("T") != still);
  }

  @Test
  void stopsTheProcessAndWhatItStarted() {
    ProcessHandle started = processes.start("sleeper", shell("sleep 60 & sleep 60; true"));
    List<ProcessHandle> family = awaitChildren(started);

    boolean ran = processes.stop("sleeper", "TERM", PATIENCE);

    assertThat(ran).isTrue();
    assertThat(family).noneMatch(Liveness::alive);
    assertThat(processes.running("sleeper")).isEmpty();
  }

  @Test
  void forcesAProcessThatDoesNotListen() {
    ProcessHandle started =
        processes.start("sleeper", shell("trap '' TERM; while true; do sleep 1; done"));
    awaitChildren(started);

    processes.stop("sleeper", "TERM", PATIENCE);

    assertThat(Liveness.alive(started)).isFalse();
  }

  @Test
  void leavesAProcessAloneThatOnlyHasTheSameNumber() throws Exception {
    ProcessHandle stranger = processes.start("sleeper", shell("sleep 60"));
    Path record = folder.resolve("run/sleeper.process");
    String before = Files.readString(record);
    Files.writeString(record, before.replaceAll("started=.*", "started=2020-01-01T00:00:00Z"));

    boolean ran = processes.stop("sleeper", "TERM", PATIENCE);

    assertThat(ran).isFalse();
    assertThat(Liveness.alive(stranger)).isTrue();
    stranger.destroyForcibly();
  }

  @Test
  void keepsWhatTheProcessPrinted() {
    ProcessHandle started = processes.start("sleeper", shell("echo one; echo $COLOUR"));
    Liveness.ended(started, Duration.ofSeconds(10));

    assertThat(processes.lastLines("sleeper", 1)).containsExactly("green");
  }

  private static List<ProcessHandle> awaitChildren(ProcessHandle parent) {
    while (parent.children().findAny().isEmpty()) {
      Thread.onSpinWait();
    }
    return parent.descendants().toList();
  }
}
