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

/** Moves dead letters from the queue to the database, where they can be looked into. */
@ApplicationScoped
class DeadLetterConsumer {

  private static final int MAX_BODY = 100_000;

  private final EntityManager database;
  private final Clock clock;

  DeadLetterConsumer(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Incoming("dead-letters")
  @RunOnVirtualThread
  CompletionStage<Void> keep(Message<byte[]> message) {
    DeadLetter letter = new DeadLetter();
    Optional<IncomingRabbitMQMetadata> metadata =
        message.getMetadata(IncomingRabbitMQMetadata.class);
    letter.messageId = metadata.flatMap(IncomingRabbitMQMetadata::getMessageId).orElse(null);
    letter.routingKey = metadata.map(IncomingRabbitMQMetadata::getRoutingKey).orElse("unknown");
    letter.reason =
        metadata
            .flatMap(known -> known.getHeader("reason", String.class))
            .orElse("delivered too often without being handled");
    String body = new String(message.getPayload(), StandardCharsets.UTF_8).replace("\0", "�");
    letter.body = body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body;
    letter.receivedAt = clock.instant();
    QuarkusTransaction.requiringNew().run(() -> database.persist(letter));
    return message.ack();
  }
}
