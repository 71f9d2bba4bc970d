package org.primum.leaderboard.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;

/** An evaluation as its newest message told of it. */
@Entity
class Evaluation {

  @Id UUID id;

  long revision;

  String state;

  @Column(name = "model_id")
  UUID modelId;

  @Column(name = "comparable_group")
  String comparableGroup;

  @Column(name = "finished_items")
  int finishedItems;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  boolean imported;
  boolean withdrawn;
  String benchmark;

  @Column(name = "version")
  String benchmarkVersion;

  String body;

  EvaluationChanged message() {
    return Json.read(body, EvaluationChanged.class);
  }
}
