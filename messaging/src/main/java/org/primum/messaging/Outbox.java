package org.primum.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Messages to send, written in the same transaction as what they tell of, so that one never exists
 * without the other. The {@link OutboxRelay} publishes them after the commit.
 */
@ApplicationScoped
public class Outbox {

  private static final String INSERT =
      """
      insert into outbox (key, message_id, body, created_at)
      select key, gen_random_uuid(), body, ?
      from unnest(?::text[], ?::text[]) with ordinality as message (key, body, place)
      order by place
      """;

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
    addAll(List.of(Outgoing.of(key, message)));
  }

  /**
   * Adds messages to the transaction that is running; they are published in this order.
   *
   * @throws IllegalStateException when no transaction is running
   */
  public void addAll(List<Outgoing> messages) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("a message is added within a transaction");
    }
    if (messages.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      insert.setArray(2, texts(connection, messages, Outgoing::key));
      insert.setArray(3, texts(connection, messages, Outgoing::body));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new MessagingUnavailable("the outbox could not be written", failed);
    }
    publishAfterCommit();
  }

  /** For rows that a statement of the caller's has added to the table itself. */
  void publishAfterCommit() {
    if (transactions.getResource(this) == null) {
      transactions.putResource(this, Boolean.TRUE);
      transactions.registerInterposedSynchronization(new NudgeAfterCommit());
    }
  }

  private static Array texts(
      Connection connection, List<Outgoing> messages, Function<Outgoing, String> part)
      throws SQLException {
    return connection.createArrayOf("text", messages.stream().map(part).toArray());
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
