package org.primum.gateway.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.primum.gateway.evaluation.ItemsWaiting;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.VerdictReached;

/**
 * Keeps as much in flight at each endpoint as it may take. Hands out with what has come back, when
 * the pace of an endpoint allows more and, for what other replicas did or a dead one left, every
 * second.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A look begins no sooner than this after the one before began, so that it finds more to do. */
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final Handout.Result LATER = new Handout.Result(true, null);

  private final Handout handout;
  private final Outcomes outcomes;
  private final Lapsed lapsed;
  private final Patience patience;
  private final Clock clock;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private Thread thread;

  Dispatcher(Handout handout, Outcomes outcomes, Lapsed lapsed, Patience patience, Clock clock) {
    this.handout = handout;
    this.outcomes = outcomes;
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

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ItemsWaiting any) {
    nudge();
  }

  /** A place may be free, or something may be waiting. */
  public void nudge() {
    nudges.release();
  }

  /**
   * Takes what came back and hands out what that makes room for, in one transaction; if that fails,
   * takes it alone.
   */
  void take(List<AnswerRecorded> answers, List<VerdictReached> verdicts) {
    try {
      Handout.Result result =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    boolean looks = handout.aloneAtOnce();
                    outcomes.take(answers, verdicts);
                    return looks ? handout.look() : LATER;
                  });
      if (result.more() || result.lookAgainAt() != null) {
        nudge();
      }
    } catch (RuntimeException failed) {
      LOG.debug("outcomes are taken without handing out", failed);
      QuarkusTransaction.requiringNew().run(() -> outcomes.take(answers, verdicts));
      nudge();
    }
  }

  private void run() {
    Duration pause = Duration.ZERO;
    long keptHouseAt = System.nanoTime() - LOOK_EVERY.toNanos();
    long begunAt = System.nanoTime() - BREATH_NANOS;
    while (!stopping) {
      try {
        if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          TimeUnit.NANOSECONDS.sleep(begunAt + BREATH_NANOS - System.nanoTime());
          nudges.drainPermits();
        }
        begunAt = System.nanoTime();
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
    Handout.Result result =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  handout.alone();
                  return handout.look();
                });
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
