package org.primum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.system.golden.BenchmarkRun;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/**
 * Two runners and two judges as processes of their own share the work, and stand in for another.
 */
@ExtendWith(RunningStack.class)
@Tag("faults")
class ReplicasTest {

  private static final List<Part> SECOND = List.of(Part.RUNNER_2, Part.JUDGE_2);
  private static final int ITEMS = Scene.ITEMS;

  /** Of half the items at least this share is done by each of two replicas. */
  private static final double EVEN = 0.8;

  /** Lease and claim of the stack, and what remains to be done after them. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(10 + 5 + 20);

  private static KnownEndpoint endpoint;

  private Stack stack;

  @BeforeAll
  static void startEndpoint() throws IOException {
    endpoint = new KnownEndpoint(Duration.ofMillis(100));
  }

  @AfterAll
  static void stopEndpoint() throws IOException {
    endpoint.close();
  }

  @BeforeEach
  void startReplicas(Stacks stacks) {
    stack = stacks.breakable();
    for (Part part : SECOND) {
      if (!stack.running(part)) {
        stack.restart(part);
      }
    }
    endpoint.forgetJudge();
  }

  @AfterAll
  static void stopReplicas(Stacks stacks) {
    SECOND.forEach(part -> stacks.breakable().stop(part));
  }

  @AfterEach
  void nobodyIsFrozen() {
    stack.thaw(Part.RUNNER);
    stack.thaw(Part.JUDGE);
  }

  @Test
  void shareTheWorkEvenlyWithinTheCap() {
    KnownRun run = start("two replicas");

    run.assertExact();

    run.assertRequests(0);
    assertEven(Replicas.asked(stack.database(), run.run().id()));
    assertEven(Replicas.judged(stack.database(), run.run().id()));
    assertCaps(run);
  }

  @Test
  void takeOverWhenOneIsKilled() {
    KnownRun run = start("two replicas, one killed");
    run.run().awaitScored(ITEMS / 3);
    assertCaps(run);

    SECOND.forEach(stack::kill);

    long killed = System.nanoTime();
    run.assertExact();
    assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEN_OVER);
    run.assertRequests(BenchmarkRun.AT_ONCE);
  }

  @Test
  void comeBackTooLateAndChangeNothing() {
    KnownRun run = start("two replicas, one frozen");
    run.run().awaitScored(ITEMS / 3);

    stack.freeze(Part.RUNNER);
    stack.freeze(Part.JUDGE);

    run.assertExact();
    JsonNode before = run.run().now();
    List<JsonNode> records = run.run().records();
    stack.thaw(Part.RUNNER);
    stack.thaw(Part.JUDGE);
    // Whoever does a share of the next run has come to the end of what it was at.
    KnownRun next = start("two replicas, both awake");
    next.assertExact();
    assertThat(Replicas.asked(stack.database(), next.run().id())).hasSize(2);
    assertThat(Replicas.judged(stack.database(), next.run().id())).hasSize(2);
    assertThat(run.run().now()).isEqualTo(before);
    assertThat(run.run().records()).isEqualTo(records);
    run.assertRequests(2 * BenchmarkRun.AT_ONCE);
  }

  private KnownRun start(String name) {
    return KnownRun.start(stack, endpoint, endpoint.baseUrl(), KnownRun.newName(), name, ITEMS);
  }

  private static void assertEven(Map<UUID, Integer> shares) {
    assertThat(shares).hasSize(2);
    assertThat(shares.values())
        .allSatisfy(share -> assertThat(share).isGreaterThanOrEqualTo((int) (EVEN * ITEMS / 2)));
  }

  private static void assertCaps(KnownRun run) {
    assertThat(endpoint.mostAtOnce(run.name())).isLessThanOrEqualTo(BenchmarkRun.AT_ONCE);
    assertThat(endpoint.mostAtOnceAtJudge()).isLessThanOrEqualTo(BenchmarkRun.AT_ONCE);
  }
}
