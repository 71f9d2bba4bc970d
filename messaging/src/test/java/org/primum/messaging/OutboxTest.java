package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.message.JudgingRequested;

class OutboxTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final JudgingRequested MESSAGE =
      new JudgingRequested(new UUID(0, 1), "hash", "May I?", "No.");

  private final Transaction transaction = new Transaction();
  private final Table table = new Table();
  private final Relay relay = new Relay();
  private final Outbox outbox =
      new Outbox(table.database(), transaction, relay, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void writesTheMessageIntoTheTransaction() {
    outbox.add(JudgingRequested.KEY, MESSAGE);

    assertThat(table.rows).hasSize(1);
    Map<Integer, Object> row = table.rows.getFirst();
    assertThat(row.get(1)).isEqualTo(OffsetDateTime.parse("2026-11-23T10:00:00Z"));
    assertThat(row.get(2)).isEqualTo(List.of("judging.v1"));
    assertThat(row.get(3))
        .isEqualTo(
            List.of(
                "{\"taskId\":\"00000000-0000-0000-0000-000000000001\",\"judging\":\"hash\","
                    + "\"request\":\"May I?\",\"answer\":\"No.\"}"));
  }

  @Test
  void writesManyMessagesInOneStatementInTheirOrder() {
    outbox.addAll(List.of(new Outgoing("first", "1"), new Outgoing("second", "2")));

    assertThat(table.rows).hasSize(1);
    assertThat(table.rows.getFirst().get(2)).isEqualTo(List.of("first", "second"));
    assertThat(table.rows.getFirst().get(3)).isEqualTo(List.of("1", "2"));
  }

  @Test
  void writesNothingForNoMessages() {
    outbox.addAll(List.of());

    assertThat(table.rows).isEmpty();
  }

  @Test
  void wakesTheRelayOnceAfterTheCommit() {
    outbox.add(JudgingRequested.KEY, MESSAGE);
    outbox.add(JudgingRequested.KEY, MESSAGE);

    transaction.end(Status.STATUS_COMMITTED);

    assertThat(relay.nudges).isOne();
  }

  @Test
  void letsTheRelaySleepWhenNothingWasCommitted() {
    outbox.add(JudgingRequested.KEY, MESSAGE);

    transaction.end(Status.STATUS_ROLLEDBACK);

    assertThat(relay.nudges).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_COMMITTED})
  void takesNoMessageWithoutARunningTransaction(int status) {
    transaction.status = status;

    assertThatIllegalStateException()
        .isThrownBy(() -> outbox.add(JudgingRequested.KEY, MESSAGE))
        .withMessage("a message is added within a transaction");

    assertThat(table.rows).isEmpty();
  }

  @Test
  void saysThatTheDatabaseDidNotTakeIt() {
    table.broken = true;

    assertThatExceptionOfType(MessagingUnavailable.class)
        .isThrownBy(() -> outbox.add(JudgingRequested.KEY, MESSAGE))
        .withMessage("the outbox could not be written")
        .withCauseInstanceOf(SQLException.class);
  }

  private static final class Relay extends OutboxRelay {

    private int nudges;

    Relay() {
      super(null, null);
    }

    @Override
    void nudge() {
      nudges++;
    }
  }

  /** The outbox table: each row holds the parameters of one insert by their position. */
  private static final class Table {

    private final List<Map<Integer, Object>> rows = new ArrayList<>();
    private boolean broken;

    DataSource database() {
      return fake(DataSource.class, (source, method, arguments) -> connection());
    }

    private Connection connection() {
      return fake(
          Connection.class,
          (connection, method, arguments) ->
              switch (method.getName()) {
                case "prepareStatement" -> insert();
                case "createArrayOf" -> array((Object[]) arguments[1]);
                default -> null;
              });
    }

    private static Array array(Object[] elements) {
      return fake(Array.class, (array, method, arguments) -> elements);
    }

    private PreparedStatement insert() {
      Map<Integer, Object> row = new TreeMap<>();
      return fake(
          PreparedStatement.class,
          (statement, method, arguments) ->
              switch (method.getName()) {
                case "setString", "setObject" -> {
                  row.put((Integer) arguments[0], arguments[1]);
                  yield null;
                }
                case "setArray" -> {
                  row.put(
                      (Integer) arguments[0],
                      List.of((Object[]) ((Array) arguments[1]).getArray()));
                  yield null;
                }
                case "executeUpdate" -> {
                  if (broken) {
                    throw new SQLException("the database is away");
                  }
                  rows.add(row);
                  yield 1;
                }
                default -> null;
              });
    }

    private static <T> T fake(Class<T> type, InvocationHandler calls) {
      return type.cast(
          Proxy.newProxyInstance(OutboxTest.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
  }

  /** One transaction that runs until it is ended. */
  private static final class Transaction implements TransactionSynchronizationRegistry {

    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private int status = Status.STATUS_ACTIVE;

    void end(int result) {
      synchronizations.forEach(Synchronization::beforeCompletion);
      status = result;
      synchronizations.forEach(synchronization -> synchronization.afterCompletion(result));
    }

    @Override
    public Object getTransactionKey() {
      return this;
    }

    @Override
    public void putResource(Object key, Object value) {
      resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
      return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
      synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
      return status;
    }

    @Override
    public void setRollbackOnly() {
      status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
      return status == Status.STATUS_MARKED_ROLLBACK;
    }
  }
}
