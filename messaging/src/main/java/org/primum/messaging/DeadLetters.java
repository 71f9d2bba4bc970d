package org.primum.messaging;

import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sets messages aside that nobody can read or handle, each with its reason and its origin. */
@ApplicationScoped
class DeadLetters {

  private static final int MAX_REASON = 500;

  private final Publisher publisher;

  DeadLetters(Publisher publisher) {
    this.publisher = publisher;
  }

  void add(Message<byte[]> message, String reason) throws IOException {
    Optional<IncomingRabbitMQMetadata> metadata =
        message.getMetadata(IncomingRabbitMQMetadata.class);
    String key = metadata.map(IncomingRabbitMQMetadata::getRoutingKey).orElse("unknown");
    String shortReason =
        reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "…" : reason;
    publisher.publish(
        List.of(
            new Publisher.Parcel(
                Topology.DEAD_LETTER_EXCHANGE,
                key,
                metadata
                    .flatMap(IncomingRabbitMQMetadata::getMessageId)
                    .flatMap(DeadLetters::id)
                    .orElseGet(UUID::randomUUID),
                Map.of("reason", shortReason),
                message.getPayload())));
  }

  /** Kept, so that a letter says which message it was; one that is no id of ours is not. */
  private static Optional<UUID> id(String messageId) {
    try {
      return Optional.of(UUID.fromString(messageId));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
