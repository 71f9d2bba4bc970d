package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Computes the metrics of evaluations that run, one after the other, and rests so long after each
 * that it works less than a twentieth of the time, however many there are and however large.
 */
@ApplicationScoped
class RunningMetrics {

  private static final Logger LOG = Logger.getLogger(RunningMetrics.class);

  /** Nobody reads numbers that change more often. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Rests this much longer than it worked. */
  private static final int REST = 20;

  private final Summaries summaries;
  private final ProgressRecords records;
  private final Clock clock;
  private final Set<UUID> wanted = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<UUID> queue = new LinkedBlockingQueue<>();
  private volatile boolean stopping;
  private Thread thread;

  RunningMetrics(Summaries summaries, ProgressRecords records, Clock clock) {
    this.summaries = summaries;
    this.records = records;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("running-metrics").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  /** Computes them anew in its turn, unless they are of these finished items, or were just made. */
  void want(UUID evaluationId, ProgressRecords.Kept kept, int finished) {
    boolean old =
        kept.metricsAt() == null || !kept.metricsAt().plus(PAUSE).isAfter(clock.instant());
    if (kept.metricsOf() != finished && old && wanted.add(evaluationId)) {
      queue.add(evaluationId);
    }
  }

  private void run() {
    while (!stopping) {
      try {
        UUID next = queue.take();
        long began = System.nanoTime();
        computeAlone(next);
        Thread.sleep(Duration.ofNanos(System.nanoTime() - began).multipliedBy(REST));
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  /** Whatever is wrong with one evaluation, the others go on. */
  private void computeAlone(UUID id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> compute(id));
    } catch (RuntimeException failed) {
      LOG.warnf("metrics wait evaluation=%s reason=\"%s\"", id, failed.getMessage());
    } finally {
      wanted.remove(id);
    }
  }

  private void compute(UUID id) {
    Instant now = clock.instant();
    Summaries.Result result = summaries.result(id);
    records.keep(id, result.metrics(), result.counts().finished(), now);
  }
}
