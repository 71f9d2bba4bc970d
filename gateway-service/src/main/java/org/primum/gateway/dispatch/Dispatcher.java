package org.primum.gateway.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps as many prompts in flight at each model as it may take. Woken when a prompt has come back
 * and, for what other replicas did or a dead one left, every second.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Credit credit;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private Thread thread;

  Dispatcher(Credit credit) {
    this.credit = credit;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("dispatcher").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudges.release();
    thread.join(Duration.ofSeconds(10));
  }

  /** A place may be free, or a prompt may be waiting. */
  public void nudge() {
    nudges.release();
  }

  private void run() {
    while (!stopping) {
      try {
        if (nudges.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
        round();
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException failed) {
        LOG.warnf("dispatch waits reason=\"%s\"", failed.getMessage());
        LOG.debug("dispatch failed", failed);
      }
    }
  }

  private void round() {
    QuarkusTransaction.requiringNew().run(credit::takeBackLapsed);
    for (UUID model : QuarkusTransaction.requiringNew().call(credit::modelsWaiting)) {
      handOutAlone(model);
    }
  }

  /** Whatever is wrong with one model, the others go on. */
  private void handOutAlone(UUID model) {
    try {
      QuarkusTransaction.requiringNew().run(() -> credit.handOut(model));
    } catch (RuntimeException failed) {
      LOG.warnf("dispatch waits model=%s reason=\"%s\"", model, failed.getMessage());
      LOG.debug("dispatch failed", failed);
    }
  }
}
