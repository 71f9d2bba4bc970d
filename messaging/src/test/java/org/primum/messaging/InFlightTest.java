package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class InFlightTest {

  private static final UUID TASK = new UUID(0, 1);
  private static final int COPIES = 500;

  private final InFlight inFlight = new InFlight();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void theSameTaskIsWorkedOnByOneAtATime() throws Exception {
    AtomicInteger busy = new AtomicInteger();
    AtomicInteger mostBusy = new AtomicInteger();
    InFlight.Work work =
        () -> {
          mostBusy.accumulateAndGet(busy.incrementAndGet(), Math::max);
          Thread.yield();
          busy.decrementAndGet();
        };

    List<Future<?>> copies = copies(COPIES, () -> inFlight.alone(List.of(TASK), work));

    awaitAll(copies);
    assertThat(mostBusy).hasValue(1);
  }

  @Test
  void everyCopyGetsItsTurn() throws Exception {
    AtomicInteger turns = new AtomicInteger();

    List<Future<?>> copies =
        copies(COPIES, () -> inFlight.alone(List.of(TASK), () -> turns.incrementAndGet()));

    awaitAll(copies);
    assertThat(turns).hasValue(COPIES);
  }

  @Test
  void differentTasksAreWorkedOnAtOnce() throws Exception {
    CyclicBarrier bothAtWork = new CyclicBarrier(2);
    InFlight.Work work =
        () -> {
          try {
            bothAtWork.await();
          } catch (Exception alone) {
            throw new IllegalStateException(alone);
          }
        };

    List<Future<?>> tasks = copies(2, () -> inFlight.alone(List.of(UUID.randomUUID()), work));

    awaitAll(tasks);
    assertThat(bothAtWork.isBroken()).isFalse();
  }

  @Test
  void thoseThatShareATaskInAnyOrderDoNotWaitForEachOther() throws Exception {
    List<UUID> several = List.of(TASK, new UUID(0, 2), new UUID(0, 3));
    AtomicInteger turns = new AtomicInteger();

    List<Future<?>> forwards =
        copies(COPIES, () -> inFlight.alone(several, () -> turns.incrementAndGet()));
    List<Future<?>> backwards =
        copies(COPIES, () -> inFlight.alone(several.reversed(), () -> turns.incrementAndGet()));

    awaitAll(forwards);
    awaitAll(backwards);
    assertThat(turns).hasValue(2 * COPIES);
  }

  @Test
  void workThatFailsMakesRoomForTheNext() {
    CountDownLatch next = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                inFlight.alone(
                    List.of(TASK),
                    () -> {
                      throw new IllegalStateException("no luck");
                    }))
        .hasMessage("no luck");

    copies(1, () -> inFlight.alone(List.of(TASK), next::countDown));

    assertThat(next).satisfies(latch -> assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue());
  }

  private List<Future<?>> copies(int count, InFlight.Work copy) {
    return IntStream.range(0, count)
        .<Future<?>>mapToObj(
            number ->
                threads.submit(
                    () -> {
                      copy.run();
                      return null;
                    }))
        .toList();
  }

  private static void awaitAll(List<Future<?>> all) throws Exception {
    for (Future<?> one : all) {
      one.get();
    }
  }
}
