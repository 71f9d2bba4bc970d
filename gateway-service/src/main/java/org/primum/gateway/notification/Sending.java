package org.primum.gateway.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A notification that was claimed for one attempt, with all it takes to make it.
 *
 * @param id what the receiver knows it by
 * @param attempt the number of this attempt
 * @param event what it tells of
 * @param body as a webhook gets it
 * @param occurredAt when that happened
 * @param triedSince from when patience is counted
 * @param recipientId whom it goes to
 * @param channel how
 * @param address where
 * @param sealedSecret what a webhook is signed with; null for an e-mail
 * @param code the code of an address that is to be confirmed; null otherwise
 * @param unsubscribeKey with which e-mail can be switched off
 */
record Sending(
    UUID id,
    int attempt,
    String event,
    String body,
    Instant occurredAt,
    Instant triedSince,
    UUID recipientId,
    Channel channel,
    String address,
    String sealedSecret,
    String code,
    String unsubscribeKey) {

  /** Names it in a log: addresses and bodies are nobody else's business. */
  @Override
  public String toString() {
    return "Sending[id=%s, attempt=%d, event=%s]".formatted(id, attempt, event);
  }
}
