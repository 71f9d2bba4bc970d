package org.primum.gateway.deadletter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.primum.messaging.Topology;

/**
 * Why a message was set aside, from its headers: in the words of the service that did it, or in
 * plain ones where it was the broker.
 */
final class SetAsideReason {

  private static final int MOST_CHARACTERS = 600;

  private SetAsideReason() {}

  /**
   * The reason in words.
   *
   * @param headers as the broker delivered them; anybody may have written them
   */
  static String of(Map<String, Object> headers) {
    Object own = headers.get("reason");
    String reason = own == null ? ofBroker(headers) : own.toString();
    return reason.length() > MOST_CHARACTERS
        ? reason.substring(0, MOST_CHARACTERS - 1) + "…"
        : reason;
  }

  private static String ofBroker(Map<String, Object> headers) {
    Optional<Map<?, ?>> death = lastDeath(headers);
    Object why =
        death.<Object>map(last -> last.get("reason")).orElse(headers.get("x-first-death-reason"));
    return switch (String.valueOf(why)) {
      case "delivery_limit" ->
          "handed to %d consumers, none of whom finished it".formatted(consumers(headers));
      case "rejected" -> "refused by a consumer without a reason";
      case "expired" -> "waited in its queue for longer than it may";
      case "maxlen" -> "found its queue full";
      default -> "came without a reason";
    };
  }

  /** The broker puts the newest first. */
  private static Optional<Map<?, ?>> lastDeath(Map<String, Object> headers) {
    return headers.get("x-death") instanceof Collection<?> deaths
        ? deaths.stream()
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(death -> (Map<?, ?>) death)
            .findFirst()
        : Optional.empty();
  }

  /** Some brokers say how often it came back; every queue of ours has the same limit. */
  private static long consumers(Map<String, Object> headers) {
    return headers.get("x-delivery-count") instanceof Number count && count.longValue() > 1
        ? count.longValue()
        : Topology.DELIVERY_LIMIT + 1;
  }
}
