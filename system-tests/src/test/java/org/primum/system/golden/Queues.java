package org.primum.system.golden;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.primum.localstack.broker.BrokerAddress;

/** The queues of a stack's broker. */
public final class Queues {

  /** Each work queue with the key it is bound by. */
  public static final Map<String, String> KEYS =
      Map.of(
          "runner.prompts", "prompt.v1",
          "gateway.answers", "answer.v1",
          "judge.judgings", "judging.v1",
          "gateway.verdicts", "verdict.v1",
          "leaderboard.evaluations", "evaluation.v1",
          "leaderboard.items", "item.v1",
          "leaderboard.benchmarks", "benchmark.v1");

  private Queues() {}

  /** Throws away every message that waits in any of them. */
  public static void empty(BrokerAddress broker) throws IOException, TimeoutException {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      for (String queue : KEYS.keySet()) {
        channel.queuePurge(queue);
      }
    }
  }
}
