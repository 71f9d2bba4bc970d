package org.primum.gateway.deadletter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.messaging.Inbox;

/** Moves dead letters from the queue to the database, where they can be looked into. */
@ApplicationScoped
class DeadLetterConsumer {

  /** A broker takes no larger messages, unless it is set up to. */
  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  private final Inbox inbox;
  private final EntityManager database;
  private final Clock clock;

  DeadLetterConsumer(Inbox inbox, EntityManager database, Clock clock) {
    this.inbox = inbox;
    this.database = database;
    this.clock = clock;
  }

  @Incoming("dead-letters")
  @RunOnVirtualThread
  CompletionStage<Void> keep(Message<byte[]> message) {
    return inbox.keep(message, () -> persist(message));
  }

  private void persist(Message<byte[]> message) {
    DeadLetter letter = new DeadLetter();
    Optional<IncomingRabbitMQMetadata> metadata =
        message.getMetadata(IncomingRabbitMQMetadata.class);
    letter.messageId =
        metadata
            .flatMap(IncomingRabbitMQMetadata::getMessageId)
            .map(DeadLetterConsumer::storable)
            .orElse(null);
    letter.routingKey =
        metadata
            .map(IncomingRabbitMQMetadata::getRoutingKey)
            .map(DeadLetterConsumer::storable)
            .orElse("unknown");
    letter.reason =
        storable(
            SetAsideReason.of(metadata.map(IncomingRabbitMQMetadata::getHeaders).orElse(Map.of())));
    String body = storable(new String(message.getPayload(), StandardCharsets.UTF_8));
    letter.body = body.length() > MOST_CHARACTERS ? body.substring(0, MOST_CHARACTERS) : body;
    letter.whole =
        Arrays.equals(letter.body.getBytes(StandardCharsets.UTF_8), message.getPayload());
    letter.receivedAt = clock.instant();
    QuarkusTransaction.requiringNew().run(() -> database.persist(letter));
  }

  /** PostgreSQL takes no NUL characters. */
  private static String storable(String text) {
    return text.replace("\0", "�");
  }
}
