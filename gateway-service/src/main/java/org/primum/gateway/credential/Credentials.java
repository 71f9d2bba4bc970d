package org.primum.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.primum.modelclient.CredentialSeal;
import org.primum.modelclient.Secret;

/** Keeps submitted keys, sealed; only their sealed form ever leaves. */
@ApplicationScoped
public class Credentials {

  private final EntityManager database;
  private final CredentialSeal seal;
  private final Clock clock;

  Credentials(EntityManager database, CredentialSeal seal, Clock clock) {
    this.database = database;
    this.seal = seal;
    this.clock = clock;
  }

  /** Seals and keeps the key of an endpoint, within the caller's transaction. */
  public void keep(UUID endpointId, Secret key) {
    Credential credential = new Credential();
    credential.endpointId = endpointId;
    credential.sealed = seal.seal(key, endpointId);
    credential.updatedAt = clock.instant();
    database.merge(credential);
  }

  /**
   * The key of an endpoint, opened, if it has one. For a test that its owner asks for; everybody
   * else gets the sealed form.
   */
  public Optional<Secret> open(UUID endpointId) {
    return sealed(endpointId).map(kept -> seal.open(kept, endpointId));
  }

  /** Forgets the key of an endpoint, within the caller's transaction. */
  public void forget(UUID endpointId) {
    database
        .createQuery("delete from Credential where endpointId = ?1")
        .setParameter(1, endpointId)
        .executeUpdate();
  }

  /** Which of these endpoints have a key. */
  public Set<UUID> kept(Collection<UUID> endpointIds) {
    return Set.copyOf(
        database
            .createQuery("select endpointId from Credential where endpointId in ?1", UUID.class)
            .setParameter(1, endpointIds)
            .getResultList());
  }

  /** The sealed key of an endpoint, if it has one. */
  public Optional<String> sealed(UUID endpointId) {
    return Optional.ofNullable(database.find(Credential.class, endpointId))
        .map(found -> found.sealed);
  }
}
