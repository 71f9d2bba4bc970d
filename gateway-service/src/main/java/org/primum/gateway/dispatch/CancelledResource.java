package org.primum.gateway.dispatch;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.account.Roles;

/** What runner and judge need not do any more. */
@Path("/api/v1/internal/cancelled")
@Blocking
class CancelledResource {

  /** Longer than anything handed out before is still worked on. */
  private static final Duration TOLD = Duration.ofMinutes(30);

  private final Session database;
  private final Clock clock;

  CancelledResource(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What messages name the evaluations by that were cancelled lately. */
  @GET
  @RolesAllowed(Roles.SERVICE)
  @Transactional
  public List<UUID> keys() {
    return database
        .createQuery(
            "select cancelKey from Evaluation where state = 'cancelled' and finishedAt > ?1",
            UUID.class)
        .setParameter(1, clock.instant().minus(TOLD))
        .getResultList();
  }
}
