package org.primum.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.Session;
import org.primum.gateway.account.Caller;

/** Who did what and when, written in the transaction that does it. */
@ApplicationScoped
public class AuditLog {

  private final Session database;
  private final Caller caller;
  private final Clock clock;

  AuditLog(Session database, Caller caller, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Adds an entry.
   *
   * @param action a verb, for example {@code publish}
   * @param subject what it was done to; never a credential
   */
  public void add(String action, String subject) {
    database
        .createNativeMutationQuery(
            "insert into audit_log (at, who, action, subject) values (?1, ?2, ?3, ?4)")
        .setParameter(1, clock.instant())
        .setParameter(2, caller.subject())
        .setParameter(3, action)
        .setParameter(4, subject)
        .executeUpdate();
  }
}
