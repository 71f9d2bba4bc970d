package org.primum.gateway.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** The sealed key of one endpoint. */
@Entity
public class Credential {

  @Id
  @Column(name = "endpoint_id")
  UUID endpointId;

  String sealed;

  @Column(name = "updated_at")
  Instant updatedAt;
}
