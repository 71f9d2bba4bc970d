package org.primum.system.golden;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.primum.localstack.broker.BrokerAddress;

/** The queues of a stack's broker. */
final class Queues {

  private static final List<String> ALL =
      List.of(
          "runner.prompts",
          "gateway.answers",
          "judge.judgings",
          "gateway.verdicts",
          "leaderboard.evaluations",
          "leaderboard.items",
          "leaderboard.benchmarks");

  private Queues() {}

  /** Throws away every message that waits in any of them. */
  static void empty(BrokerAddress broker) throws IOException, TimeoutException {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      for (String queue : ALL) {
        channel.queuePurge(queue);
      }
    }
  }
}
