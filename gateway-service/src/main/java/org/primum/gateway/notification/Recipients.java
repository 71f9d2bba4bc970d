package org.primum.gateway.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.primum.gateway.problem.Problem;

/** Where owners are told. */
@ApplicationScoped
class Recipients implements PanacheRepositoryBase<Recipient, UUID> {

  List<Recipient> of(String owner) {
    return list("owner = ?1 order by channel, createdAt, id", owner);
  }

  Optional<Recipient> email(String owner) {
    return find("owner = ?1 and channel = 'email'", owner)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  long webhooks(String owner) {
    return count("owner = ?1 and channel = 'webhook'", owner);
  }

  boolean known(String owner, String address) {
    return count("owner = ?1 and channel = 'webhook' and address = ?2", owner, address) > 0;
  }

  Optional<Recipient> unsubscribedBy(String key) {
    return find("unsubscribeKey = ?1", key)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** One of that owner's, locked. */
  Recipient locked(UUID id, String owner) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> found.owner.equals(owner))
        .orElseThrow(() -> Problem.notFound("There is no such address among yours."));
  }
}
