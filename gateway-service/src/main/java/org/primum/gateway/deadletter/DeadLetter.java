package org.primum.gateway.deadletter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message nobody could read or handle, kept for an administrator. */
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

  String body;

  @Column(name = "received_at")
  Instant receivedAt;
}
