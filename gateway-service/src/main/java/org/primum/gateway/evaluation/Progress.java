package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.primum.messaging.Outbox;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/**
 * Moves evaluations through their states and announces how far they are. The one place where an
 * evaluation row changes while it runs, so that the consumers never wait for each other there.
 */
@ApplicationScoped
public class Progress {

  private static final Logger LOG = Logger.getLogger(Progress.class);

  /** Bounds how many announcements a running evaluation makes. */
  private static final Duration PAUSE = Duration.ofMillis(400);

  /** Every so many rounds all active evaluations are looked at, touched or not. */
  private static final int FULL_LOOK = 10;

  private final Evaluations evaluations;
  private final Summaries summaries;
  private final Outbox outbox;
  private final Clock clock;
  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private Thread thread;

  Progress(Evaluations evaluations, Summaries summaries, Outbox outbox, Clock clock) {
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.outbox = outbox;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("evaluation-progress").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  /** A task of this evaluation has moved. */
  public void touch(UUID evaluationId) {
    touched.add(evaluationId);
  }

  private void run() {
    for (int round = 0; !stopping; round++) {
      try {
        if (round % FULL_LOOK == 0) {
          touched.addAll(QuarkusTransaction.requiringNew().call(evaluations::active));
        }
        Set.copyOf(touched).forEach(this::advanceAlone);
      } catch (RuntimeException failed) {
        LOG.warnf("progress waits reason=\"%s\"", failed.getMessage());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  /** Whatever is wrong with one evaluation, the others go on. */
  private void advanceAlone(UUID id) {
    touched.remove(id);
    try {
      QuarkusTransaction.requiringNew().run(() -> advance(id));
    } catch (RuntimeException failed) {
      LOG.warnf("progress waits evaluation=%s reason=\"%s\"", id, failed.getMessage());
    }
  }

  private void advance(UUID id) {
    Evaluation evaluation = evaluations.locked(id);
    if (evaluation.state().finished()) {
      return;
    }
    if (evaluation.state() == EvaluationState.QUEUED && !evaluations.handedOut(id)) {
      return;
    }
    EvaluationState next = next(summaries.compute(evaluation));
    evaluation.enter(next);
    if (evaluation.startedAt == null) {
      evaluation.startedAt = clock.instant();
    }
    if (next.finished()) {
      finish(evaluation, next);
    } else {
      announce(evaluation);
    }
  }

  /** Ends an evaluation for good, within the caller's transaction and with the row locked. */
  void finish(Evaluation evaluation, EvaluationState state) {
    evaluation.enter(state);
    evaluation.finishedAt = clock.instant();
    EvaluationChanged summary = announce(evaluation);
    evaluation.summary = Json.write(summary);
  }

  EvaluationChanged announce(Evaluation evaluation) {
    evaluation.revision++;
    EvaluationChanged summary = summaries.compute(evaluation);
    outbox.add(EvaluationChanged.KEY, summary);
    return summary;
  }

  private static EvaluationState next(EvaluationChanged now) {
    if (now.scored() + now.failed() == now.asked()) {
      // Without a single verdict there is no result that could stand on a board.
      return now.scored() == 0 ? EvaluationState.FAILED : EvaluationState.COMPLETE;
    }
    if (now.answered() + failedWithoutAnswer(now) >= now.asked()) {
      return EvaluationState.JUDGING;
    }
    return EvaluationState.RUNNING;
  }

  private static int failedWithoutAnswer(EvaluationChanged now) {
    return now.failed()
        - now.failures().getOrDefault(org.primum.protocol.FailureKind.JUDGE_FAILED, 0);
  }
}
