package org.primum.gatewayclient;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Which evaluations are cancelled, so that no call begins for one of them. The gateway is asked
 * twice a second while there is work, and not at all while there is none.
 */
@ApplicationScoped
public class Cancellations {

  private static final Logger LOG = Logger.getLogger(Cancellations.class);

  private static final Duration ASK_EVERY = Duration.ofMillis(400);

  /** Work is over when nothing was asked for so long. */
  private static final Duration IDLE_AFTER = Duration.ofSeconds(5);

  private final InternalApi api;
  private volatile Set<UUID> keys = Set.of();
  private volatile long lastUse = System.nanoTime() - IDLE_AFTER.toNanos();
  private volatile boolean idle = true;
  private volatile boolean stopping;
  private volatile Thread thread;

  Cancellations(@RestClient InternalApi api) {
    this.api = api;
  }

  /**
   * Whether the evaluation with that key is cancelled.
   *
   * @param key as it came with a message; null for one that cannot be cancelled
   */
  public boolean contains(UUID key) {
    lastUse = System.nanoTime();
    if (idle) {
      wake();
    }
    return key != null && keys.contains(key);
  }

  private synchronized void wake() {
    idle = false;
    if (thread == null) {
      thread = Thread.ofVirtual().name("cancellations").start(this::run);
    } else {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!stopping) {
      if (System.nanoTime() - lastUse > IDLE_AFTER.toNanos()) {
        idle = true;
        LockSupport.park(this);
      } else {
        ask();
        LockSupport.parkNanos(this, ASK_EVERY.toNanos());
      }
    }
  }

  private void ask() {
    try {
      keys = Set.copyOf(api.cancelled());
    } catch (RuntimeException away) {
      LOG.debugf("cancelled evaluations are not known reason=\"%s\"", away.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    LockSupport.unpark(thread);
  }
}
