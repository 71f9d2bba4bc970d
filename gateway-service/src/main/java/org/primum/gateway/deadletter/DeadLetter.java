package org.primum.gateway.deadletter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.primum.gateway.problem.Problem;
import org.primum.messaging.Topology;

/** A message nobody could read or handle, kept for an administrator, who deals with it once. */
@Entity
@Table(name = "dead_letter")
public class DeadLetter {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "message_id")
  String messageId;

  @Column(name = "routing_key")
  String routingKey;

  String reason;

  /** What letters that were set aside for the same reason have in common. */
  @Column(name = "reason_class", insertable = false, updatable = false)
  String reasonClass;

  String body;

  /** Whether the body is, byte for byte, what came. */
  boolean whole;

  @Column(name = "received_at")
  Instant receivedAt;

  String state = LetterState.OPEN.label();

  @Column(name = "dealt_with_at")
  Instant dealtWithAt;

  @Column(name = "dealt_with_by")
  String dealtWithBy;

  @Column(name = "discard_reason")
  String discardReason;

  LetterState state() {
    return LetterState.of(state);
  }

  /** Why it cannot be sent again, in a sentence; null when it can. */
  String obstacle() {
    if (state() != LetterState.OPEN) {
      return "This message was %s already, and is dealt with once.".formatted(state);
    }
    if (Topology.queueOf(routingKey).isEmpty()) {
      return "No service takes messages with this routing key, so it cannot be sent again. Discard"
          + " it.";
    }
    if (!whole) {
      return "The content was not kept as it came: it was too long, or is no text. So it cannot be"
          + " sent again. Discard it.";
    }
    return null;
  }

  /** Marks it as sent again; whoever calls sends it. */
  void retried(String who, Instant now) {
    String obstacle = obstacle();
    if (obstacle != null) {
      throw Problem.conflict(obstacle);
    }
    become(LetterState.RETRIED, who, now);
  }

  /** Marks it as not needed. */
  void discarded(String why, String who, Instant now) {
    if (state() != LetterState.OPEN) {
      throw Problem.conflict(obstacle());
    }
    discardReason = why;
    become(LetterState.DISCARDED, who, now);
  }

  private void become(LetterState next, String who, Instant now) {
    state = next.label();
    dealtWithBy = who;
    dealtWithAt = now;
  }
}
