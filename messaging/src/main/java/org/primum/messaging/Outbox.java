package org.primum.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.primum.protocol.Json;

/**
 * Messages to send, written in the same transaction as what they tell of, so that one never exists
 * without the other. The {@link OutboxRelay} publishes them after the commit.
 */
@ApplicationScoped
public class Outbox {

  private static final String INSERT =
      "insert into outbox (key, message_id, body, created_at) values (?, ?, ?, ?)";

  private final DataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final OutboxRelay relay;
  private final Clock clock;

  Outbox(
      DataSource database,
      TransactionSynchronizationRegistry transactions,
      OutboxRelay relay,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * Adds a message to the transaction that is running.
   *
   * @param key the routing key, for example {@code PromptIssued.KEY}
   * @param message a record of the protocol
   * @throws IllegalStateException when no transaction is running
   */
  public void add(String key, Object message) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("a message is added within a transaction");
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, key);
      insert.setObject(2, UUID.randomUUID());
      insert.setString(3, Json.write(message));
      insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new MessagingUnavailable("the outbox could not be written", failed);
    }
    if (transactions.getResource(this) == null) {
      transactions.putResource(this, Boolean.TRUE);
      transactions.registerInterposedSynchronization(new NudgeAfterCommit());
    }
  }

  private final class NudgeAfterCommit implements Synchronization {

    @Override
    public void beforeCompletion() {
      // Nothing to do before the commit.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.nudge();
      }
    }
  }
}
