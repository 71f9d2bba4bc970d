package org.primum.messaging;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;

/**
 * Exchanges, queues and bindings. Whoever connects to publish declares all of them first, so that
 * no message is published to nowhere, whichever service starts first and whatever the broker lost.
 */
@ApplicationScoped
public class Topology {

  /** The exchange every message is published to, with its key. */
  public static final String EXCHANGE = "primum";

  /** The exchange messages go to that nobody could handle. */
  public static final String DEAD_LETTER_EXCHANGE = "primum.dead";

  /** The queue those messages end in. */
  public static final String DEAD_LETTERS = "dead-letters";

  /** Queue names with the key each is bound by. */
  static final Map<String, String> QUEUES =
      Map.of(
          "runner.prompts", PromptIssued.KEY,
          "gateway.answers", AnswerRecorded.KEY,
          "judge.judgings", JudgingRequested.KEY,
          "gateway.verdicts", VerdictReached.KEY,
          "leaderboard.evaluations", EvaluationChanged.KEY,
          "leaderboard.items", ItemFinished.KEY,
          "leaderboard.benchmarks", BenchmarkChanged.KEY);

  /**
   * A message may come back this often; when the next consumer fails at it too, it is set aside.
   */
  public static final int DELIVERY_LIMIT = 20;

  private static final Map<String, Object> WORK_QUEUE =
      Map.of(
          "x-queue-type", "quorum",
          "x-dead-letter-exchange", DEAD_LETTER_EXCHANGE,
          "x-delivery-limit", DELIVERY_LIMIT);

  private static final Map<String, Object> DEAD_LETTER_QUEUE = Map.of("x-queue-type", "quorum");

  /** The arguments the consuming side declares its queue with. */
  @Produces
  @Identifier("primum-queue")
  Map<String, Object> workQueue() {
    return WORK_QUEUE;
  }

  /** The arguments of the dead-letter queue, for the service that consumes it. */
  @Produces
  @Identifier("primum-dead-letters")
  Map<String, Object> deadLetterQueue() {
    return DEAD_LETTER_QUEUE;
  }

  /** The queue that messages with this key are for, unless nobody takes such messages. */
  public static Optional<String> queueOf(String key) {
    return QUEUES.entrySet().stream()
        .filter(queue -> queue.getValue().equals(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Declares everything; does nothing where it is there already. */
  void declare(Channel channel) throws IOException {
    channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
    channel.exchangeDeclare(DEAD_LETTER_EXCHANGE, BuiltinExchangeType.FANOUT, true);
    channel.queueDeclare(DEAD_LETTERS, true, false, false, DEAD_LETTER_QUEUE);
    channel.queueBind(DEAD_LETTERS, DEAD_LETTER_EXCHANGE, "");
    for (Map.Entry<String, String> queue : QUEUES.entrySet()) {
      channel.queueDeclare(queue.getKey(), true, false, false, WORK_QUEUE);
      channel.queueBind(queue.getKey(), EXCHANGE, queue.getValue());
    }
  }
}
