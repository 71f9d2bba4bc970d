package org.primum.system.golden;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/** The same exact numbers, whatever broker there is and whatever is killed on the way. */
@ExtendWith(RunningStack.class)
class GoldenRunTest {

  /** Slow enough that there is a middle to kill something in. */
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static final int MIDDLE = 150;

  private static Replay replay;

  @BeforeAll
  static void startReplay() throws IOException {
    assumeThat(Replay.possible()).isTrue();
    replay = Replay.start(LATENCY);
  }

  @AfterAll
  static void stopReplay() {
    if (replay != null) {
      replay.close();
    }
  }

  @Test
  void withTheEmbeddedBroker(Stacks stacks) throws IOException {
    GoldenRun run = GoldenRun.start(stacks.embedded(), replay, "golden");

    run.assertGoldenNumbers();
  }

  @Test
  void withRabbit(Stacks stacks) throws IOException {
    assumeRabbit();
    GoldenRun run = GoldenRun.start(stacks.rabbit(), replay, "golden");

    run.assertGoldenNumbers();
  }

  @ParameterizedTest
  @EnumSource(names = {"GATEWAY", "RUNNER", "JUDGE"})
  void withAServiceKilled(Part service, Stacks stacks) throws IOException {
    Stack stack = stacks.embedded();
    GoldenRun run = GoldenRun.start(stack, replay, service.label() + " killed");
    run.awaitScored(MIDDLE);

    stack.kill(service);
    stack.restart(service);

    run.assertGoldenNumbers();
  }

  @Test
  void withEveryServiceKilledOnRabbit(Stacks stacks) throws IOException {
    assumeRabbit();
    Stack stack = stacks.rabbit();
    GoldenRun run = GoldenRun.start(stack, replay, "all killed");
    run.awaitScored(MIDDLE);

    stack.kill(Part.RUNNER);
    stack.kill(Part.JUDGE);
    stack.kill(Part.GATEWAY);
    stack.restart(Part.GATEWAY);
    stack.restart(Part.RUNNER);
    stack.restart(Part.JUDGE);

    run.assertGoldenNumbers();
  }

  private static void assumeRabbit() {
    boolean there = Stacks.rabbitIsThere();
    if (!there) {
      System.out.println("SKIPPED: there is no RabbitMQ, neither running nor to be started.");
    }
    assumeThat(there).isTrue();
  }
}
