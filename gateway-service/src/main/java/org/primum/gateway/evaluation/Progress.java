package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.primum.messaging.Outbox;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationProgress;
import org.primum.protocol.message.EvaluationState;

/**
 * Moves evaluations through their states and announces how far they are. The one place where the
 * state of an evaluation changes while it runs, so that the consumers never wait for each other
 * there.
 *
 * <p>It looks at an evaluation when one of its tasks has moved, the sooner the fewer are open, and
 * at every one from time to time. A look reads counts that the database keeps, and no task. Tasks
 * are read when the last of them has finished, and by {@link RunningMetrics}.
 */
@ApplicationScoped
public class Progress {

  private static final Logger LOG = Logger.getLogger(Progress.class);

  /** Bounds how many announcements a running evaluation makes. */
  private static final Duration PAUSE = Duration.ofMillis(400);

  /** The same for those in which nothing but the pace is new. */
  private static final Duration PAUSE_OF_PACE = Duration.ofSeconds(5);

  /** Open tasks are not expected to finish faster than one in this time. */
  private static final Duration ONE_TASK = Duration.ofMillis(1);

  private static final Duration SHORTEST_LOOK = Duration.ofMillis(20);

  /** So often all active evaluations are looked at, touched or not. */
  private static final Duration FULL_LOOK = Duration.ofSeconds(4);

  /** Evaluations whose tasks are read at a time to end them, which bounds the memory it takes. */
  private static final int ENDING = 2;

  private final Evaluations evaluations;
  private final Summaries summaries;
  private final Tally tally;
  private final ProgressRecords records;
  private final RunningMetrics metrics;
  private final Outbox outbox;
  private final Event<EvaluationEnded> ended;
  private final TransactionSynchronizationRegistry transactions;
  private final Clock clock;

  private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
  private final Set<UUID> ending = ConcurrentHashMap.newKeySet();
  private final Semaphore nudges = new Semaphore(0);
  private final Semaphore places = new Semaphore(ENDING, true);

  /** What this replica has seen of active evaluations; the loop's own, as is all below. */
  private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

  private volatile boolean stopping;
  private Thread thread;

  Progress(
      Evaluations evaluations,
      Summaries summaries,
      Tally tally,
      ProgressRecords records,
      RunningMetrics metrics,
      Outbox outbox,
      Event<EvaluationEnded> ended,
      TransactionSynchronizationRegistry transactions,
      Clock clock) {
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.tally = tally;
    this.records = records;
    this.metrics = metrics;
    this.outbox = outbox;
    this.ended = ended;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the loop remembers of one evaluation between two looks; times are of a monotonic clock.
   */
  private static final class Seen {
    private final Watch watch;
    private long lookAgainAt = System.nanoTime();
    private long announcedAt = System.nanoTime() - PAUSE_OF_PACE.toNanos();

    Seen(Watch watch) {
      this.watch = watch;
    }
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("evaluation-progress").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  /** A task of this evaluation has moved, or moves when the transaction that is running commits. */
  public void touch(UUID evaluationId) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      touchNow(evaluationId);
      return;
    }
    Touches touches = (Touches) transactions.getResource(this);
    if (touches == null) {
      touches = new Touches();
      transactions.putResource(this, touches);
      transactions.registerInterposedSynchronization(touches);
    }
    touches.evaluations.add(evaluationId);
  }

  private void touchNow(UUID evaluationId) {
    if (touched.add(evaluationId)) {
      nudges.release();
    }
  }

  /** What one transaction moves, to be looked at when it has ended. */
  private final class Touches implements Synchronization {

    private final Set<UUID> evaluations = new HashSet<>();

    @Override
    public void beforeCompletion() {
      // Nothing to see before the commit.
    }

    @Override
    public void afterCompletion(int status) {
      evaluations.forEach(Progress.this::touchNow);
    }
  }

  private void run() {
    long fullLookAt = System.nanoTime();
    while (!stopping) {
      try {
        if (System.nanoTime() - fullLookAt >= 0) {
          fullLookAt = System.nanoTime() + FULL_LOOK.toNanos();
          lookAtAllActive();
        }
        long next = lookAtTouched(fullLookAt);
        if (nudges.tryAcquire(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          nudges.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException failed) {
        LOG.warnf("progress waits reason=\"%s\"", failed.getMessage());
      }
    }
  }

  private void lookAtAllActive() {
    List<UUID> active = QuarkusTransaction.requiringNew().call(evaluations::active);
    seen.keySet().retainAll(active);
    touched.addAll(active);
  }

  /** Looks at those whose time has come, and says when the next one's comes. */
  private long lookAtTouched(long latest) {
    long next = latest;
    for (UUID id : Set.copyOf(touched)) {
      Seen known = seen.get(id);
      if (known == null || System.nanoTime() - known.lookAgainAt >= 0) {
        lookAlone(id);
      }
      known = seen.get(id);
      if (known != null && touched.contains(id) && known.lookAgainAt - next < 0) {
        next = known.lookAgainAt;
      }
    }
    return next;
  }

  /** Whatever is wrong with one evaluation, the others go on. */
  private void lookAlone(UUID id) {
    touched.remove(id);
    try {
      QuarkusTransaction.requiringNew().run(() -> look(id));
    } catch (RuntimeException failed) {
      LOG.warnf("progress waits evaluation=%s reason=\"%s\"", id, failed.getMessage());
    }
  }

  private void look(UUID id) {
    Evaluation evaluation = evaluations.locked(id);
    if (evaluation.state().finished()) {
      seen.remove(id);
      return;
    }
    TaskCounts counts = tally.folded(id);
    EvaluationState next = counts.state();
    if (next.finished()) {
      endSoon(id);
      return;
    }
    Instant now = clock.instant();
    if (next != EvaluationState.QUEUED) {
      evaluation.enter(next);
      if (evaluation.startedAt == null) {
        evaluation.startedAt = now;
      }
    }
    Seen known = seen.computeIfAbsent(id, any -> new Seen(new Watch(watchedFrom(evaluation, now))));
    EvaluationProgress progress = known.watch.look(now, counts, evaluation.waits());
    known.lookAgainAt = System.nanoTime() + untilNextLook(counts).toNanos();
    tell(evaluation, counts, progress, known);
  }

  /** Items of which none was handed out have not moved since it was registered. */
  private static Instant watchedFrom(Evaluation evaluation, Instant now) {
    return evaluation.state() == EvaluationState.QUEUED ? evaluation.createdAt : now;
  }

  private static Duration untilNextLook(TaskCounts counts) {
    Duration expected = ONE_TASK.multipliedBy(counts.open());
    if (expected.compareTo(SHORTEST_LOOK) < 0) {
      return SHORTEST_LOOK;
    }
    return expected.compareTo(PAUSE) > 0 ? PAUSE : expected;
  }

  /** Announces it if there is something new, within the caller's transaction. */
  private void tell(
      Evaluation evaluation, TaskCounts counts, EvaluationProgress progress, Seen known) {
    ProgressRecords.Kept kept = records.of(evaluation.id);
    metrics.want(evaluation.id, kept, counts.finished());
    Told before = kept.told();
    EvaluationProgress pace = steady(progress, before);
    Told told = new Told(without(evaluation, counts, pace), pace, kept.metricsAt());
    long silent = System.nanoTime() - known.announcedAt;
    if (before != null
        && before.counts().equals(told.counts())
        && Objects.equals(before.metricsAt(), told.metricsAt())) {
      if (before.equals(told) || silent < PAUSE_OF_PACE.toNanos()) {
        return;
      }
    } else if (silent < PAUSE.toNanos()) {
      // Too soon to announce it, and not to be forgotten.
      touched.add(evaluation.id);
      return;
    }
    known.announcedAt = System.nanoTime();
    records.keep(evaluation.id, told);
    evaluation.revision++;
    Metrics shown = kept.metrics() == null ? Metrics.NONE : kept.metrics();
    outbox.add(EvaluationChanged.KEY, summaries.make(evaluation, counts, shown, pace));
  }

  /** Replicas have seen a standstill at different times; the first that told of it is believed. */
  private static EvaluationProgress steady(EvaluationProgress now, Told before) {
    EvaluationProgress said = before == null ? null : before.progress();
    boolean same =
        said != null
            && said.waitsFor() != null
            && said.waitsFor() == now.waitsFor()
            && Objects.equals(said.reason(), now.reason())
            && Objects.equals(said.givesUpAt(), now.givesUpAt());
    return same && said.waitingSince().isBefore(now.waitingSince()) ? said : now;
  }

  /** What is new if it differs from what was told last: everything but metrics and pace. */
  private EvaluationChanged without(
      Evaluation evaluation, TaskCounts counts, EvaluationProgress pace) {
    EvaluationProgress waits =
        new EvaluationProgress(
            null,
            null,
            null,
            null,
            pace.waitsFor(),
            pace.reason(),
            pace.waitingSince(),
            pace.givesUpAt());
    long revision = evaluation.revision;
    evaluation.revision = 0;
    EvaluationChanged told = summaries.make(evaluation, counts, Metrics.NONE, waits);
    evaluation.revision = revision;
    return told;
  }

  /** Reads its tasks without holding its row, and ends it. */
  private void endSoon(UUID id) {
    if (ending.add(id)) {
      Thread.ofVirtual().name("evaluation-end").start(() -> endAlone(id));
    }
  }

  /** What fails here is tried again at the next full look. */
  private void endAlone(UUID id) {
    try {
      places.acquire();
      try {
        Summaries.Result result =
            QuarkusTransaction.requiringNew().call(() -> summaries.result(id));
        QuarkusTransaction.requiringNew().run(() -> end(id, result));
      } finally {
        places.release();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      LOG.warnf("progress waits evaluation=%s reason=\"%s\"", id, failed.getMessage());
    } finally {
      ending.remove(id);
    }
  }

  private void end(UUID id, Summaries.Result result) {
    Evaluation evaluation = evaluations.locked(id);
    if (evaluation.state().finished()) {
      return;
    }
    EvaluationState state = result.counts().state();
    if (!state.finished()) {
      throw new IllegalStateException("%d tasks are open".formatted(result.counts().open()));
    }
    if (evaluation.startedAt == null) {
      evaluation.startedAt = clock.instant();
    }
    finish(evaluation, state, result, null);
  }

  /** Announces an evaluation for the first time, within the transaction that registers it. */
  void register(Evaluation evaluation) {
    Summaries.Result result = summaries.result(evaluation.id);
    EvaluationProgress progress =
        new EvaluationProgress(null, null, null, null, null, null, null, null);
    records.keep(
        evaluation.id,
        new Told(without(evaluation, result.counts(), progress), progress, clock.instant()));
    records.keep(evaluation.id, result.metrics(), 0, clock.instant());
    evaluation.revision++;
    outbox.add(
        EvaluationChanged.KEY,
        summaries.make(evaluation, result.counts(), result.metrics(), progress));
  }

  /**
   * Stops an evaluation, within the caller's transaction and with its row locked.
   *
   * @param by the subject who wants that
   */
  void cancel(Evaluation evaluation, String by) {
    evaluations.cancelTasks(evaluation.id);
    finish(evaluation, EvaluationState.CANCELLED, summaries.result(evaluation.id), by);
  }

  private void finish(
      Evaluation evaluation, EvaluationState state, Summaries.Result result, String cancelledBy) {
    evaluation.enter(state);
    evaluation.waitsNoMore();
    evaluation.finishedAt = clock.instant();
    evaluation.revision++;
    EvaluationChanged summary = summaries.ended(evaluation, result);
    evaluation.summary = Json.write(summary);
    records.remove(evaluation.id);
    outbox.add(EvaluationChanged.KEY, summary);
    ended.fire(new EvaluationEnded(summary, cancelledBy, evaluation.givenUpAt != null));
  }
}
