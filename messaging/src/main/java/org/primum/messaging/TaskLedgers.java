package org.primum.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the ledger of a service. */
@ApplicationScoped
public class TaskLedgers {

  private final DataSource database;
  private final Outbox outbox;
  private final Clock clock;
  private final Duration lease;

  TaskLedgers(
      DataSource database,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "primum.claim") Duration lease) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * A ledger in this table.
   *
   * @param table a table of the service; never from outside
   * @param key the routing key of the messages that tell of its outcomes
   */
  public TaskLedger in(String table, String key) {
    return new TaskLedger(table, key, database, outbox, clock, lease);
  }
}
