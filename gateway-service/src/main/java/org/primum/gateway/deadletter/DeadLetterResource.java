package org.primum.gateway.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.primum.gateway.account.Roles;

/** Dead letters, newest first. */
@Path("/api/v1/dead-letters")
@RolesAllowed(Roles.ADMIN)
class DeadLetterResource {

  private static final int SHOWN = 200;

  private final EntityManager database;

  DeadLetterResource(EntityManager database) {
    this.database = database;
  }

  /**
   * One dead letter.
   *
   * @param id its number
   * @param queue the routing key it came with
   * @param reason why nobody could handle it
   * @param messageId as it was published, or null
   * @param receivedAt when it was set aside
   * @param body its content
   */
  record Letter(
      long id, String queue, String reason, String messageId, Instant receivedAt, String body) {}

  @GET
  @Transactional
  public List<Letter> newest() {
    return database
        .createQuery("from DeadLetter order by id desc", DeadLetter.class)
        .setMaxResults(SHOWN)
        .getResultStream()
        .map(
            letter ->
                new Letter(
                    letter.id,
                    letter.routingKey,
                    letter.reason,
                    letter.messageId,
                    letter.receivedAt,
                    letter.body))
        .toList();
  }
}
