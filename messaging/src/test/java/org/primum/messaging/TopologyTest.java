package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.BuiltinExchangeType;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.messaging.FakeBroker.Binding;
import org.primum.messaging.FakeBroker.Queue;

class TopologyTest {

  private final FakeBroker broker = new FakeBroker();
  private final Topology topology = new Topology();

  @Test
  void bindsAQueueForEveryMessageToTheExchangeItIsPublishedTo() throws IOException {
    topology.declare(broker.channel());

    assertThat(broker.exchanges)
        .isEqualTo(
            Map.of("primum", BuiltinExchangeType.TOPIC, "primum.dead", BuiltinExchangeType.FANOUT));
    assertThat(broker.bindings)
        .containsExactlyInAnyOrder(
            new Binding("runner.prompts", "primum", "prompt.v1"),
            new Binding("gateway.answers", "primum", "answer.v1"),
            new Binding("judge.judgings", "primum", "judging.v1"),
            new Binding("gateway.verdicts", "primum", "verdict.v1"),
            new Binding("leaderboard.evaluations", "primum", "evaluation.v1"),
            new Binding("leaderboard.items", "primum", "item.v1"),
            new Binding("leaderboard.benchmarks", "primum", "benchmark.v1"),
            new Binding("dead-letters", "primum.dead", ""));
  }

  @Test
  void keepsQueuesThroughARestartOfTheBroker() throws IOException {
    topology.declare(broker.channel());

    assertThat(broker.queues.values())
        .hasSize(8)
        .allSatisfy(
            queue -> {
              assertThat(queue.durable()).isTrue();
              assertThat(queue.exclusive()).isFalse();
              assertThat(queue.autoDelete()).isFalse();
            });
  }

  @Test
  void setsAMessageAsideThatCrashesConsumerAfterConsumer() throws IOException {
    topology.declare(broker.channel());

    assertThat(broker.queues.get("runner.prompts").arguments())
        .isEqualTo(
            Map.of(
                "x-queue-type", "quorum",
                "x-dead-letter-exchange", "primum.dead",
                "x-delivery-limit", 20));
  }

  /** The broker closes the channel of whoever declares a queue again with other arguments. */
  @Test
  void givesConsumersTheArgumentsItDeclaresWith() throws IOException {
    topology.declare(broker.channel());

    assertThat(broker.queues)
        .allSatisfy(
            (String name, Queue queue) ->
                assertThat(queue.arguments())
                    .isEqualTo(
                        name.equals(Topology.DEAD_LETTERS)
                            ? topology.deadLetterQueue()
                            : topology.workQueue()));
  }
}
