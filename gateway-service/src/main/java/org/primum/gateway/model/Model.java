package org.primum.gateway.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.primum.protocol.Endpoint;
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
  String owner;

  @Column(name = "created_at")
  Instant createdAt;

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
        ModelFamily.of(family, modelName));
  }

  ModelView view() {
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
        createdAt);
  }
}
