package org.primum.gateway.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.model.Model;
import org.primum.protocol.Generation;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;
import org.primum.protocol.message.EvaluationState;

/**
 * One version run against one model. Only what has changed is written, because what it waits for is
 * written by whoever hands out its items.
 */
@Entity
@DynamicUpdate
public class Evaluation {

  @Id UUID id;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "model_id")
  Model model;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "version_id")
  BenchmarkVersion version;

  String state;

  long revision;

  @Column(name = "comparable_group")
  String comparableGroup;

  /** The final object, written once, when the evaluation ends; null until then. */
  String summary;

  /** {@code imported} for a run that was made elsewhere; null for our own. */
  String origin;

  /** What messages name it by when it is to stop. */
  @Column(name = "cancel_key")
  UUID cancelKey = UUID.randomUUID();

  /** Most that may be spent, in the currency of the prices; null for no limit. */
  @Column(name = "cost_limit")
  BigDecimal costLimit;

  /** How long it waits for an endpoint that is down before its open items fail. */
  @Column(name = "patience_seconds")
  int patienceSeconds;

  /** Whether an earlier answer of the model to the same request is taken. */
  @Column(name = "reuse_answers")
  boolean reuseAnswers;

  /** What holds it up, as whoever hands out its items knows; null for nothing. */
  @Column(name = "waits_for")
  String waitsFor;

  @Column(name = "waiting_reason")
  String waitingReason;

  @Column(name = "waiting_since")
  Instant waitingSince;

  @Column(name = "gives_up_at")
  Instant givesUpAt;

  /** When items failed because an endpoint was down for longer than the owner's patience. */
  @Column(name = "given_up_at")
  Instant givenUpAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  /** When its owner withdrew it; the one thing that may still change when it has finished. */
  @Column(name = "withdrawn_at")
  Instant withdrawnAt;

  @Column(name = "withdrawn_reason")
  String withdrawnReason;

  EvaluationState state() {
    return EvaluationState.of(state);
  }

  /** How its model is asked. */
  public Generation generation() {
    return version.settings().generation();
  }

  void enter(EvaluationState next) {
    state = next.label();
  }

  /** What holds it up, or null. */
  Wait waits() {
    return waitsFor == null
        ? null
        : new Wait(WaitsFor.of(waitsFor), waitingReason, waitingSince, givesUpAt);
  }

  /** Nothing holds up what has ended. */
  void waitsNoMore() {
    waitsFor = null;
    waitingReason = null;
    waitingSince = null;
    givesUpAt = null;
  }
}
