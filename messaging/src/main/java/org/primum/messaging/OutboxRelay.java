package org.primum.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Publishes outbox rows with confirms and deletes them then, so that each message is published at
 * least once. Several replicas share the work: each claims rows that no other has locked.
 */
@ApplicationScoped
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 200;

  /** Rows of another replica that died show up at the next look, nudged or not. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration BROKER_PATIENCE = Duration.ofMinutes(2);

  private static final String CLAIM =
      """
      select id, key, message_id, body from outbox
      order by id limit ? for update skip locked
      """;

  private final DataSource database;
  private final Publisher publisher;
  private final Semaphore nudges = new Semaphore(0);
  private Thread thread;
  private volatile boolean stopping;

  OutboxRelay(DataSource database, Publisher publisher) {
    this.database = database;
    this.publisher = publisher;
  }

  /** Runs before the consumers start, so that they find their queues. */
  void start(@Observes @Priority(1) StartupEvent event) {
    connectPatiently();
    thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (thread != null) {
      nudge();
      thread.join(Duration.ofSeconds(10));
    }
    publisher.close();
  }

  /** There may be rows now. */
  void nudge() {
    nudges.release();
  }

  private void connectPatiently() {
    long giveUp = System.nanoTime() + BROKER_PATIENCE.toNanos();
    while (true) {
      try {
        publisher.connect();
        return;
      } catch (IOException | RuntimeException away) {
        if (System.nanoTime() > giveUp) {
          throw new IllegalStateException(
              "The broker cannot be reached or used. Check PRIMUM_BROKER_HOST, _PORT, _USER and"
                  + " _PASSWORD.",
              away);
        }
        LOG.warnf("waiting for the broker reason=\"%s\"", reason(away));
        pause(PAUSE_AFTER_FAILURE);
      }
    }
  }

  private void run() {
    while (!stopping) {
      try {
        int published = relayBatch();
        if (published < BATCH) {
          waitForNudge();
        }
      } catch (IOException | RuntimeException failed) {
        LOG.warnf("outbox waits reason=\"%s\"", reason(failed));
        pause(PAUSE_AFTER_FAILURE);
      }
    }
  }

  private int relayBatch() throws IOException {
    try {
      return QuarkusTransaction.requiringNew().call(this::publishClaimed);
    } catch (MessagingUnavailable unavailable) {
      throw new IOException(unavailable.getMessage(), unavailable.getCause());
    }
  }

  private int publishClaimed() {
    List<Long> ids = new ArrayList<>();
    List<Publisher.Parcel> parcels = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setInt(1, BATCH);
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong("id"));
          parcels.add(
              Publisher.Parcel.json(
                  rows.getString("key"),
                  rows.getObject("message_id", UUID.class),
                  rows.getString("body")));
        }
      }
      if (!ids.isEmpty()) {
        publisher.publish(parcels);
        try (PreparedStatement delete =
            connection.prepareStatement("delete from outbox where id = any(?)")) {
          delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
          delete.executeUpdate();
        }
      }
      return ids.size();
    } catch (SQLException | IOException failed) {
      throw new MessagingUnavailable(reason(failed), failed);
    }
  }

  private void waitForNudge() {
    try {
      if (nudges.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        nudges.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
