package org.primum.gateway.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Json;
import org.primum.protocol.ModelFamily;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/** An endpoint someone submitted. */
@Entity
public class Model {

  /** The provider of a model that came with an imported run: there is nothing to ask. */
  static final String IMPORTED = "imported";

  @Id UUID id;

  String name;
  String organization;
  String provider;

  @Column(name = "base_url")
  String baseUrl;

  @Column(name = "model_name")
  String modelName;

  @Column(name = "max_concurrency")
  int maxConcurrency;

  String description;
  boolean simulated;
  String family;

  @Column(name = "open_weights")
  Boolean openWeights;

  @Column(name = "billion_parameters")
  Double billionParameters;

  @Column(name = "medical_tuning")
  Boolean medicalTuning;

  String owner;
  String state = ModelState.ACCEPTED.label();

  /** What the last test of the endpoint found, as JSON; null when none succeeded. */
  @Column(name = "last_test")
  String lastTest;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "withdrawn_at")
  Instant withdrawnAt;

  @Column(name = "withdrawn_reason")
  String withdrawnReason;

  /** The model's id. */
  public UUID id() {
    return id;
  }

  /** The subject who submitted it. */
  public String owner() {
    return owner;
  }

  /** Whether it came with an imported run, so that it has no endpoint. */
  public boolean imported() {
    return IMPORTED.equals(provider);
  }

  /** Whether its submission is not finished. */
  public boolean draft() {
    return ModelState.DRAFT.label().equals(state);
  }

  /** Whether its owner took it back. */
  public boolean withdrawn() {
    return ModelState.WITHDRAWN.label().equals(state);
  }

  /** Its owner takes it back. */
  public void withdraw(Instant now, String reason) {
    state = ModelState.WITHDRAWN.label();
    withdrawnAt = now;
    withdrawnReason = reason;
  }

  /** Where it is asked. */
  public Endpoint endpoint() {
    return new Endpoint(id, provider, baseUrl, modelName, maxConcurrency);
  }

  /** What the public sees of it. */
  public ModelCard card() {
    return new ModelCard(
        id,
        name,
        organization,
        provider,
        modelName,
        description,
        simulated,
        ModelFamily.of(family, modelName),
        openWeights,
        billionParameters,
        medicalTuning);
  }

  /**
   * As its owner sees it.
   *
   * @param keyKept whether a key is kept for it, sealed
   */
  public ModelView view(boolean keyKept) {
    return new ModelView(
        id,
        name,
        organization,
        provider,
        baseUrl,
        modelName,
        maxConcurrency,
        description,
        simulated,
        family,
        openWeights,
        billionParameters,
        medicalTuning,
        state,
        keyKept,
        lastTest == null ? null : Json.read(lastTest, TestReport.class),
        createdAt,
        withdrawnAt,
        withdrawnReason);
  }
}
