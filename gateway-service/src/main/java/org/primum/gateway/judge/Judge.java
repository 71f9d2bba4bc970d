package org.primum.gateway.judge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.primum.protocol.Endpoint;
import org.primum.protocol.ModelFamily;
import org.primum.protocol.judging.JudgingProtocol;

/** A model that judges, by the name versions give it. */
@Entity
public class Judge {

  @Id UUID id;

  String name;

  @Column(name = "endpoint_id")
  UUID endpointId;

  String provider;

  @Column(name = "base_url")
  String baseUrl;

  @Column(name = "model_name")
  String modelName;

  String family;

  String revision;

  String replies;

  @Column(name = "max_concurrency")
  int maxConcurrency;

  @Column(name = "updated_at")
  Instant updatedAt;

  /** A new judge, not set up yet. */
  static Judge named(String name) {
    Judge judge = new Judge();
    judge.id = UUID.randomUUID();
    judge.name = name;
    return judge;
  }

  /**
   * Has it asked at that address from now on. Another address is another endpoint, with a key of
   * its own: versions published before keep the address and the key they have.
   */
  void moveTo(String address) {
    if (!address.equals(baseUrl)) {
      // The same each time it is asked there, so that it has one key there.
      endpointId =
          UUID.nameUUIDFromBytes((name + " at " + address).getBytes(StandardCharsets.UTF_8));
      baseUrl = address;
    }
  }

  JudgingProtocol.Judge frozen() {
    return new JudgingProtocol.Judge(
        name,
        ModelFamily.of(family, modelName),
        revision,
        JudgingProtocol.Replies.of(replies),
        new Endpoint(endpointId, provider, baseUrl, modelName, maxConcurrency));
  }

  JudgeView view() {
    return new JudgeView(
        name, provider, baseUrl, modelName, family, revision, replies, maxConcurrency);
  }
}
