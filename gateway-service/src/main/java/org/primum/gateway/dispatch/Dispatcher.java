package org.primum.gateway.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps as much in flight at each endpoint as it may take. Woken when something has come back, when
 * the pace of an endpoint allows more and, for what other replicas did or a dead one left, every
 * second.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Handout handout;
  private final Lapsed lapsed;
  private final Patience patience;
  private final Clock clock;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private Thread thread;

  Dispatcher(Handout handout, Lapsed lapsed, Patience patience, Clock clock) {
    this.handout = handout;
    this.lapsed = lapsed;
    this.patience = patience;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("dispatcher").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudges.release();
    thread.join(Duration.ofSeconds(10));
  }

  /** A place may be free, or something may be waiting. */
  public void nudge() {
    nudges.release();
  }

  private void run() {
    Duration pause = Duration.ZERO;
    long keptHouseAt = System.nanoTime() - LOOK_EVERY.toNanos();
    while (!stopping) {
      try {
        if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
        pause = LOOK_EVERY;
        if (System.nanoTime() - keptHouseAt >= LOOK_EVERY.toNanos()) {
          keptHouseAt = System.nanoTime();
          keepHouse();
        }
        pause = handOut();
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException failed) {
        LOG.warnf("dispatch waits reason=\"%s\"", failed.getMessage());
        LOG.debug("dispatch failed", failed);
      }
    }
  }

  private void keepHouse() {
    QuarkusTransaction.requiringNew().run(lapsed::takeBack);
    patience.look();
  }

  private Duration handOut() {
    Handout.Result result = QuarkusTransaction.requiringNew().call(handout::look);
    if (result.more()) {
      return Duration.ZERO;
    }
    Instant next = result.lookAgainAt();
    if (next == null) {
      return LOOK_EVERY;
    }
    Duration until = Duration.between(clock.instant(), next).plusMillis(1);
    return until.isNegative()
        ? Duration.ofMillis(1)
        : until.compareTo(LOOK_EVERY) < 0 ? until : LOOK_EVERY;
  }
}
