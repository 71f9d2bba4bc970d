package org.primum.gateway.judge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.primum.protocol.Endpoint;
import org.primum.protocol.judging.JudgingProtocol;

/** A model that judges, by the name versions give it. */
@Entity
public class Judge {

  @Id UUID id;

  String name;
  String provider;

  @Column(name = "base_url")
  String baseUrl;

  @Column(name = "model_name")
  String modelName;

  String family;

  @Column(name = "max_concurrency")
  int maxConcurrency;

  @Column(name = "updated_at")
  Instant updatedAt;

  JudgingProtocol.Judge frozen() {
    return new JudgingProtocol.Judge(
        name, family, new Endpoint(id, provider, baseUrl, modelName, maxConcurrency));
  }

  JudgeView view() {
    return new JudgeView(name, provider, baseUrl, modelName, family, maxConcurrency);
  }
}
