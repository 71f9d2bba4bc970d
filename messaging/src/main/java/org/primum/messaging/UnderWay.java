package org.primum.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The messages that are being handled here, and their end when the service is told to stop. No
 * further one is begun then; those under way have a time of grace; what is not done after it is
 * broken off. A message that is not begun or broken off is neither acknowledged nor given back one
 * by one, for then it might come here again: the broker takes all of them back when the connection
 * closes, and gives them to another replica.
 */
@ApplicationScoped
class UnderWay {

  private static final Logger LOG = Logger.getLogger(UnderWay.class);

  /** Long enough for whoever is interrupted to find out. */
  private static final Duration TO_BREAK_OFF = Duration.ofSeconds(2);

  /** What becomes of a message that is left to the broker: nothing, until the connection closes. */
  static final CompletionStage<Void> LEFT = new CompletableFuture<>();

  /** One message; its thread is gone when only the broker has yet to be told. */
  private static final class Piece {
    private Thread thread = Thread.currentThread();
  }

  private final Duration grace;
  private final Set<Piece> pieces = new HashSet<>();
  private boolean stopping;

  UnderWay(@ConfigProperty(name = "primum.stopping.grace") Duration grace) {
    this.grace = grace;
  }

  /**
   * Handles a message, unless the service is stopping.
   *
   * @param work on the calling thread; completes when the broker was told what became of it
   */
  CompletionStage<Void> run(Supplier<CompletionStage<Void>> work) {
    Piece piece = new Piece();
    if (!begin(piece)) {
      return LEFT;
    }
    CompletionStage<Void> told = LEFT;
    try {
      told = work.get();
    } finally {
      returned(piece);
      if (told == LEFT) {
        finished(piece);
      }
    }
    return told == LEFT ? LEFT : told.whenComplete((nothing, failure) -> finished(piece));
  }

  /** Whether the service was told to stop. */
  synchronized boolean stopping() {
    return stopping;
  }

  /** Runs first of all that happens at the end: everything can still be used. */
  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stop();
  }

  synchronized void stop() throws InterruptedException {
    stopping = true;
    if (!pieces.isEmpty()) {
      LOG.infof("stopping messages=%d grace=%ds", pieces.size(), grace.toSeconds());
    }
    awaitEmpty(grace);
    pieces.removeIf(piece -> piece.thread == null);
    pieces.forEach(piece -> piece.thread.interrupt());
    awaitEmpty(TO_BREAK_OFF);
  }

  private void awaitEmpty(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (!pieces.isEmpty() && left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
  }

  private synchronized boolean begin(Piece piece) {
    return !stopping && pieces.add(piece);
  }

  private synchronized void returned(Piece piece) {
    piece.thread = null;
  }

  private synchronized void finished(Piece piece) {
    pieces.remove(piece);
    notifyAll();
  }
}
