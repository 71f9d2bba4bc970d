package org.primum.messaging;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.primum.protocol.Json;

/**
 * What every consumer goes through. A message is acknowledged when it is handled; one that nobody
 * can read or handle is set aside as a dead letter with its reason; a passing trouble (database or
 * another service away) is retried here for a while, then the message goes back to the broker. When
 * the service stops, what is not handled in time is left to the broker.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final DeadLetters deadLetters;
  private final UnderWay underWay;
  private final Guard retry =
      Guard.create()
          .withRetry()
          .maxRetries(-1)
          .delay(200, ChronoUnit.MILLIS)
          .jitter(100, ChronoUnit.MILLIS)
          .maxDuration(60, ChronoUnit.SECONDS)
          .whenException(Inbox::passing)
          .beforeRetry(Inbox::report)
          .withExponentialBackoff()
          .factor(2)
          .maxDelay(5, ChronoUnit.SECONDS)
          .done()
          .done()
          .build();

  Inbox(DeadLetters deadLetters, UnderWay underWay) {
    this.deadLetters = deadLetters;
    this.underWay = underWay;
  }

  /**
   * Does what a message asks for.
   *
   * @param <T> the record its body is
   */
  public interface Handler<T> {

    /**
     * Does it.
     *
     * @throws InterruptedException when the service stops before it is done
     */
    void handle(T body) throws InterruptedException;
  }

  /**
   * Reads and handles one message. The handler is idempotent: the same message may come again.
   *
   * @param message as the broker delivered it
   * @param type the record its body is
   * @param handler what to do with it, on the calling thread
   */
  public <T> CompletionStage<Void> handle(
      Message<byte[]> message, Class<T> type, Handler<T> handler) {
    return underWay.run(() -> handled(message, type, handler));
  }

  private <T> CompletionStage<Void> handled(
      Message<byte[]> message, Class<T> type, Handler<T> handler) {
    T body;
    try {
      body = Json.read(message.getPayload(), type);
    } catch (IllegalArgumentException unreadable) {
      return setAside(message, unreadable.getMessage());
    }
    try {
      retry.call(
          () -> {
            handler.handle(body);
            return null;
          },
          Void.class);
    } catch (Exception failed) {
      if (underWay.stopping()) {
        // Says nothing about the message: another replica, or this one when it is back, handles it.
        LOG.infof("message goes back to the broker unfinished type=%s", type.getSimpleName());
        return UnderWay.LEFT;
      }
      if (interrupted(failed)) {
        LOG.infof("message goes back to the broker interrupted type=%s", type.getSimpleName());
        Thread.currentThread().interrupt();
        return message.nack(failed);
      }
      if (passing(failed)) {
        LOG.warnf(failed, "message goes back to the broker type=%s", type.getSimpleName());
        return message.nack(failed);
      }
      LOG.errorf(failed, "message set aside type=%s", type.getSimpleName());
      return setAside(message, failed.getClass().getSimpleName() + ": " + failed.getMessage());
    }
    return message.ack();
  }

  /**
   * Keeps a message that cannot be set aside, being a dead letter itself: tried again for a while,
   * then given back to the broker.
   */
  public CompletionStage<Void> keep(Message<byte[]> message, Runnable keeper) {
    return underWay.run(() -> kept(message, keeper));
  }

  private CompletionStage<Void> kept(Message<byte[]> message, Runnable keeper) {
    try {
      retry.call(
          () -> {
            keeper.run();
            return null;
          },
          Void.class);
    } catch (Exception failed) {
      if (underWay.stopping()) {
        return UnderWay.LEFT;
      }
      LOG.warnf(failed, "dead letter goes back to the broker");
      return message.nack(failed);
    }
    return message.ack();
  }

  private static void report(Throwable failure) {
    LOG.warnf("message waits and is tried again reason=\"%s\"", failure.getMessage());
    LOG.debug("message failed", failure);
  }

  /** Whether the broker had given this message to somebody who did not finish it. */
  public static boolean redelivered(Message<?> message) {
    return message
        .getMetadata(IncomingRabbitMQMetadata.class)
        .map(IncomingRabbitMQMetadata::isRedeliver)
        .orElse(false);
  }

  private CompletionStage<Void> setAside(Message<byte[]> message, String reason) {
    try {
      deadLetters.add(message, reason);
    } catch (IOException | RuntimeException unavailable) {
      return message.nack(unavailable);
    }
    return message.ack();
  }

  private static boolean interrupted(Exception failure) {
    return failure instanceof CancellationException || failure instanceof InterruptedException;
  }

  /** Looks at suppressed causes, too: a commit the database refused is only told of there. */
  private static boolean passing(Throwable failure) {
    return failure instanceof java.sql.SQLException
        || failure instanceof IOException
        || failure instanceof MessagingUnavailable
        || failure instanceof RollbackException
        || failure instanceof java.util.concurrent.TimeoutException
        || (failure.getCause() != null && passing(failure.getCause()))
        || Stream.of(failure.getSuppressed()).anyMatch(Inbox::passing);
  }
}
