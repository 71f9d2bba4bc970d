package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class UnderWayTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final CompletionStage<Void> TOLD = CompletableFuture.completedFuture(null);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Test
  void withNothingToDoItStopsAtOnce() throws InterruptedException {
    UnderWay underWay = new UnderWay(LONG);
    underWay.run(() -> TOLD);

    underWay.stop();

    assertThat(underWay.stopping()).isTrue();
  }

  @Test
  void nothingIsBegunAfterwards() throws InterruptedException {
    UnderWay underWay = new UnderWay(LONG);
    underWay.stop();
    AtomicBoolean called = new AtomicBoolean();

    CompletionStage<Void> told =
        underWay.run(
            () -> {
              called.set(true);
              return TOLD;
            });

    assertThat(called).isFalse();
    assertThat(told.toCompletableFuture()).isNotDone();
  }

  @Test
  void whatIsUnderWayMayEndInTime() throws Exception {
    UnderWay underWay = new UnderWay(LONG);
    CountDownLatch end = new CountDownLatch(1);
    Future<CompletionStage<Void>> work = work(underWay, () -> waitFor(end, TOLD));
    begun.await();
    Future<?> stopping = stop(underWay);

    end.countDown();

    stopping.get();
    assertThat(work.get().toCompletableFuture()).isDone();
    assertThat(interrupted).isFalse();
  }

  @Test
  void theBrokerIsToldBeforeItStops() throws Exception {
    UnderWay underWay = new UnderWay(LONG);
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    underWay.run(() -> acknowledged);
    Future<?> stopping = stop(underWay);
    assertThat(stopping).isNotDone();

    acknowledged.complete(null);

    stopping.get();
  }

  @Test
  void whatTakesTooLongIsBrokenOff() throws Exception {
    UnderWay underWay = new UnderWay(Duration.ofMillis(50));
    Future<CompletionStage<Void>> work = work(underWay, () -> waitFor(new CountDownLatch(1), TOLD));
    begun.await();

    underWay.stop();

    work.get();
    assertThat(interrupted).isTrue();
  }

  @Test
  void whoDoesNotHeedTheInterruptionHoldsNothingUp() throws Exception {
    UnderWay underWay = new UnderWay(Duration.ZERO);
    AtomicBoolean end = new AtomicBoolean();
    Future<CompletionStage<Void>> work =
        work(
            underWay,
            () -> {
              begun.countDown();
              while (!end.get()) {
                Thread.yield();
              }
              return TOLD;
            });
    begun.await();

    underWay.stop();

    assertThat(work).isNotDone();
    end.set(true);
    work.get();
  }

  @Test
  void aFailureIsNoLongerUnderWay() throws InterruptedException {
    UnderWay underWay = new UnderWay(LONG);

    assertThatThrownBy(
            () ->
                underWay.run(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    underWay.stop();
  }

  private CompletionStage<Void> waitFor(CountDownLatch end, CompletionStage<Void> told) {
    begun.countDown();
    try {
      assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException brokenOff) {
      interrupted.set(true);
    }
    return told;
  }

  private static Future<CompletionStage<Void>> work(
      UnderWay underWay, Supplier<CompletionStage<Void>> what) {
    CompletableFuture<CompletionStage<Void>> result = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> result.complete(underWay.run(what)));
    return result;
  }

  /** Returns when it has begun to stop. */
  private static Future<?> stop(UnderWay underWay) {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                underWay.stop();
                stopped.complete(null);
              } catch (InterruptedException impossible) {
                stopped.completeExceptionally(impossible);
              }
            });
    while (!underWay.stopping()) {
      Thread.yield();
    }
    return stopped;
  }
}
