package org.primum.gateway.model;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;
import org.primum.gateway.problem.Problem;

/**
 * How many tests of endpoints an account has in a time, over all replicas: a test is a request to
 * an address that a stranger chose.
 */
@ApplicationScoped
class TestAllowance {

  static final int MOST = 10;
  private static final Duration TIME = Duration.ofMinutes(10);

  private final Session database;
  private final Clock clock;

  TestAllowance(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes one.
   *
   * @throws Problem when none is left
   */
  void take(String owner) {
    if (!QuarkusTransaction.requiringNew().call(() -> taken(owner))) {
      throw Problem.tooOften(
          "You have tested endpoints %d times within %d minutes. Wait some minutes and try again."
              .formatted(MOST, TIME.toMinutes()));
    }
  }

  private boolean taken(String owner) {
    Instant now = clock.instant();
    // Two requests at once see each other.
    database
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
        .setParameter(1, owner)
        .getSingleResult();
    database
        .createNativeMutationQuery("delete from endpoint_test where owner = ?1 and at <= ?2")
        .setParameter(1, owner)
        .setParameter(2, now.minus(TIME))
        .executeUpdate();
    return database
            .createNativeMutationQuery(
                """
                insert into endpoint_test (owner, at)
                select ?1, ?2 where (select count(*) from endpoint_test where owner = ?1) < ?3
                """)
            .setParameter(1, owner)
            .setParameter(2, now)
            .setParameter(3, MOST)
            .executeUpdate()
        == 1;
  }
}
