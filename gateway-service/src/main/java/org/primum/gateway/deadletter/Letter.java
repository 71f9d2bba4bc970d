package org.primum.gateway.deadletter;

import java.time.Instant;

/**
 * A dead letter in a list.
 *
 * @param id its number
 * @param routingKey the routing key it came with; anybody may have written it
 * @param reason why nobody could handle it
 * @param messageId as it was published, or null
 * @param receivedAt when it was set aside
 * @param characters the length of its content
 * @param state what became of it
 * @param dealtWithAt when somebody dealt with it, or null
 * @param dealtWithBy the name of who did, or null
 * @param discardReason why it was discarded, or null
 */
record Letter(
    long id,
    String routingKey,
    String reason,
    String messageId,
    Instant receivedAt,
    int characters,
    LetterState state,
    Instant dealtWithAt,
    String dealtWithBy,
    String discardReason) {

  /** As the database has it. */
  Letter(
      Long id,
      String routingKey,
      String reason,
      String messageId,
      Instant receivedAt,
      Integer characters,
      String state,
      Instant dealtWithAt,
      String dealtWithBy,
      String discardReason) {
    this(
        id.longValue(),
        routingKey,
        reason,
        messageId,
        receivedAt,
        characters.intValue(),
        LetterState.of(state),
        dealtWithAt,
        dealtWithBy,
        discardReason);
  }

  static Letter of(DeadLetter letter) {
    return new Letter(
        letter.id,
        letter.routingKey,
        letter.reason,
        letter.messageId,
        letter.receivedAt,
        letter.body.length(),
        letter.state,
        letter.dealtWithAt,
        letter.dealtWithBy,
        letter.discardReason);
  }
}
