package org.primum.gateway.deadletter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.messaging.Inbox;

/** Moves dead letters from the queue to the database, where they can be looked into. */
@ApplicationScoped
class DeadLetterConsumer {

  private static final int MAX_BODY = 100_000;

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
        metadata
            .flatMap(known -> known.getHeader("reason", String.class))
            .map(DeadLetterConsumer::storable)
            .orElse("delivered too often without being handled");
    String body = storable(new String(message.getPayload(), StandardCharsets.UTF_8));
    letter.body = body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body;
    letter.receivedAt = clock.instant();
    QuarkusTransaction.requiringNew().run(() -> database.persist(letter));
  }

  /** PostgreSQL takes no NUL characters. */
  private static String storable(String text) {
    return text.replace("\0", "�");
  }
}
