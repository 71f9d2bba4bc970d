package org.primum.system.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.system.golden.BenchmarkRun;
import org.primum.system.golden.Queues;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;
import org.primum.system.stack.SmallDisk;

/** Whatever breaks while a benchmark runs: the numbers at the end are the same, and exact. */
@ExtendWith(RunningStack.class)
@Tag("faults")
class FaultMatrixTest {

  /** Slow enough that there is a middle to break something in. */
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration CUT = Duration.ofSeconds(8);
  private static final int KILLS = 10;
  private static final int MIDDLE = Scene.ITEMS / 3;
  private static final int AT_ONCE = BenchmarkRun.AT_ONCE;

  /**
   * What a service may have to do again that is killed: what is in flight, and what it was told in
   * the last tenth of a second, which waits to be recorded with others and is as much.
   */
  private static final int A_KILL = 2 * AT_ONCE;

  private static KnownEndpoint endpoint;

  @BeforeAll
  static void startEndpoint() throws IOException {
    endpoint = new KnownEndpoint(LATENCY);
  }

  @AfterAll
  static void stopEndpoint() throws IOException {
    endpoint.close();
  }

  /** All of them, or those whose name contains {@code primum.faults.only}. */
  static Stream<Fault> faults() {
    String only = System.getProperty("primum.faults.only", "");
    return all().filter(fault -> fault.name().contains(only));
  }

  /**
   * Each fault with how many requests more than items it may cost, at the model and at the judge.
   */
  private static Stream<Fault> all() {
    return Stream.of(
        new Fault("nothing broken", 0, Scene::start),
        new Fault("gateway killed ten times", KILLS * A_KILL, scene -> killed(scene, Part.GATEWAY)),
        new Fault("runner killed ten times", KILLS * A_KILL, scene -> killed(scene, Part.RUNNER)),
        new Fault("judge killed ten times", KILLS * A_KILL, scene -> killed(scene, Part.JUDGE)),
        new Fault("pages killed ten times", 0, FaultMatrixTest::pagesKilled),
        new Fault("broker stopped", AT_ONCE, scene -> stopped(scene, Part.BROKER)),
        new Fault("database stopped", AT_ONCE, scene -> stopped(scene, Part.DATABASE)),
        new Fault("database killed", AT_ONCE, FaultMatrixTest::databaseKilled),
        new Fault(
            "broker and database stopped",
            AT_ONCE,
            scene -> stopped(scene, Part.BROKER, Part.DATABASE)),
        new Fault("connections to the endpoint reset", 8 * AT_ONCE, FaultMatrixTest::networkCut),
        new Fault("network to the endpoint silent", 8 * AT_ONCE, FaultMatrixTest::networkSilent),
        new Fault("every message delivered twice", 0, FaultMatrixTest::deliveredTwice),
        new Fault("messages in random order", 0, FaultMatrixTest::shuffled),
        new Fault("every queue purged", 4 * AT_ONCE, FaultMatrixTest::purged),
        new Fault(
            "clock of the gateway ahead", A_KILL, scene -> clockOff(scene, Part.GATEWAY, "PT5M")),
        new Fault(
            "clock of the runner behind", A_KILL, scene -> clockOff(scene, Part.RUNNER, "PT-5M")),
        new Fault("disk of the database full", 10 * AT_ONCE, FaultMatrixTest::diskFull));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theNumbersStayExact(Fault fault, Stacks stacks) throws IOException, TimeoutException {
    long seed = Long.getLong("primum.faults.seed", System.nanoTime());
    System.out.printf("%s: seed %d%n", fault, seed);
    long begun = System.nanoTime();
    Scene scene =
        new Scene(fault.name(), stacks.breakable(), stacks.disk(), endpoint, new Random(seed));

    KnownRun run = fault.course().take(scene);

    run.assertExact();
    run.assertRequests(fault.more());
    System.out.printf(
        "%s: %.1f seconds%n", fault, (System.nanoTime() - begun) / (double) 1_000_000_000);
  }

  private static KnownRun killed(Scene scene, Part service) {
    KnownRun run = scene.start();
    for (int scored : scene.moments(KILLS)) {
      run.run().awaitScored(scored);
      scene.stack().kill(service);
      scene.stack().restart(service);
    }
    return run;
  }

  private static KnownRun pagesKilled(Scene scene) {
    return killed(scene, Part.UI);
  }

  private static KnownRun stopped(Scene scene, Part... parts) {
    KnownRun run = scene.start();
    run.run().awaitScored(MIDDLE);
    for (Part part : parts) {
      scene.stack().stop(part);
    }
    Scene.lasting(OUTAGE);
    for (Part part : parts) {
      scene.stack().restart(part);
    }
    return run;
  }

  private static KnownRun databaseKilled(Scene scene) {
    KnownRun run = scene.start();
    run.run().awaitScored(MIDDLE);
    scene.stack().kill(Part.DATABASE);
    scene.stack().restart(Part.DATABASE);
    return run;
  }

  private static KnownRun networkCut(Scene scene) throws IOException {
    try (Network network = new Network(scene.endpoint().port())) {
      KnownRun run = scene.start(network);
      run.run().awaitScored(MIDDLE);
      network.cut();
      Scene.lasting(CUT);
      network.restore();
      run.run().awaitEnd();
      return run;
    }
  }

  private static KnownRun networkSilent(Scene scene) throws IOException {
    try (Network network = new Network(scene.endpoint().port())) {
      KnownRun run = scene.start(network);
      run.run().awaitScored(MIDDLE);
      network.silence();
      Scene.lasting(CUT);
      network.restore();
      run.run().awaitEnd();
      return run;
    }
  }

  private static KnownRun deliveredTwice(Scene scene) throws IOException, TimeoutException {
    return through(scene, Broker.deliveringTwice(scene.stack().broker()));
  }

  private static KnownRun shuffled(Scene scene) throws IOException, TimeoutException {
    return through(scene, Broker.shuffling(scene.stack().broker(), scene.random()));
  }

  private static KnownRun through(Scene scene, Broker broker) throws IOException {
    try {
      KnownRun run = scene.start();
      run.run().awaitEnd();
      return run;
    } finally {
      broker.restore();
    }
  }

  private static KnownRun purged(Scene scene) throws IOException, TimeoutException {
    KnownRun run = scene.start();
    for (int scored : scene.moments(KILLS)) {
      run.run().awaitScored(scored);
      Queues.empty(scene.stack().broker());
    }
    return run;
  }

  private static KnownRun clockOff(Scene scene, Part service, String offset) {
    Stack stack = scene.stack();
    stack.stop(service);
    stack.restart(service, Map.of("PRIMUM_CLOCK_OFFSET", offset));
    KnownRun run = scene.start();
    run.run().awaitScored(MIDDLE);
    stack.kill(service);
    stack.restart(service);
    return run;
  }

  private static KnownRun diskFull(Scene scene) {
    if (scene.disk().isEmpty()) {
      System.out.println("SKIPPED: the disk is not filled, because no file system can be mounted.");
    }
    assumeThat(scene.disk()).isPresent();
    SmallDisk disk = scene.disk().orElseThrow();
    Stack stack = scene.stack();
    KnownRun run = scene.start();
    run.run().awaitScored(MIDDLE);
    long before = refusals(stack);
    disk.fill();
    try {
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> refusals(stack) > before);
      Scene.lasting(CUT);
    } finally {
      disk.free();
    }
    if (!stack.database().answers()) {
      stack.restart(Part.DATABASE);
    }
    return run;
  }

  /** How often the database has said that there is no space. */
  private static long refusals(Stack stack) {
    return stack.lastLines(Part.DATABASE, Integer.MAX_VALUE).stream()
        .filter(line -> line.contains("No space left on device"))
        .count();
  }
}
