package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchesTest {

  private static final int MOST = 8;

  private final List<List<Integer>> worked = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private Batches<Integer, String> batches = new Batches<>("test", MOST, this::work);

  @AfterEach
  void close() {
    gate.countDown();
    batches.close();
    callers.shutdownNow();
  }

  private List<String> work(List<Integer> numbers) {
    worked.add(numbers);
    if (numbers.contains(0)) {
      waitForGate();
    }
    if (numbers.contains(13)) {
      throw new IllegalArgumentException("thirteen");
    }
    return numbers.stream().map(number -> "done " + number).toList();
  }

  private void waitForGate() {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void oneAloneIsDoneAtOnce() throws InterruptedException {
    String result = batches.add(1);

    assertThat(result).isEqualTo("done 1");
    assertThat(worked).containsExactly(List.of(1));
  }

  @Test
  void whatGathersMeanwhileIsDoneTogetherAndEachGetsItsOwn() throws Exception {
    Future<String> first = callers.submit(() -> batches.add(0));
    awaitWorked(1);
    List<Future<String>> others = submit(1, MOST + 2);

    gate.countDown();

    assertThat(first.get()).isEqualTo("done 0");
    for (int number = 1; number <= MOST + 2; number++) {
      assertThat(others.get(number - 1).get()).isEqualTo("done " + number);
    }
    assertThat(worked.get(1)).hasSize(MOST);
    assertThat(worked.get(2)).hasSize(2);
  }

  @Test
  void whatNobodyWaitsForIsDoneWithWhatSomebodyWaitsFor() throws Exception {
    CompletableFuture<String> first = batches.submit(1, false);
    CompletableFuture<String> second = batches.submit(2, false);

    String third = batches.add(3);

    assertThat(third).isEqualTo("done 3");
    assertThat(first.get()).isEqualTo("done 1");
    assertThat(second.get()).isEqualTo("done 2");
    assertThat(worked.getLast()).contains(3);
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void whoIsWaitedForDoesNotWaitForOthers() throws Exception {
    try (Batches<Integer, String> patient =
        new Batches<>("patient", MOST, this::work, Duration.ofHours(1))) {
      CompletableFuture<String> first = patient.submit(1, false);

      String second = patient.add(2);

      assertThat(second).isEqualTo("done 2");
      assertThat(first.get()).isEqualTo("done 1");
    }
  }

  @Test
  void whatNobodyWaitsForIsDoneAllTheSame() throws Exception {
    CompletableFuture<String> alone = batches.submit(1, false);

    assertThat(alone.get(10, TimeUnit.SECONDS)).isEqualTo("done 1");
  }

  @Test
  void onlyWhoIsToBlameFails() throws Exception {
    Future<String> first = callers.submit(() -> batches.add(0));
    awaitWorked(1);
    List<Future<String>> others = submit(11, 15);

    gate.countDown();

    assertThat(first.get()).isEqualTo("done 0");
    assertThat(others.get(0).get()).isEqualTo("done 11");
    assertThat(others.get(4).get()).isEqualTo("done 15");
    assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
        .isThrownBy(() -> others.get(2).get())
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoComesAfterTheEndIsTurnedAway() {
    batches.close();

    assertThatExceptionOfType(MessagingUnavailable.class).isThrownBy(() -> batches.add(1));
  }

  private List<Future<String>> submit(int from, int to) {
    List<Future<String>> submitted = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      int mine = number;
      Thread[] caller = new Thread[1];
      CountDownLatch begun = new CountDownLatch(1);
      submitted.add(
          callers.submit(
              () -> {
                caller[0] = Thread.currentThread();
                begun.countDown();
                return batches.add(mine);
              }));
      awaitWaiting(begun, caller);
    }
    return submitted;
  }

  /** So that they come in their order. */
  private static void awaitWaiting(CountDownLatch begun, Thread[] caller) {
    try {
      begun.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    while (caller[0].getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private void awaitWorked(int count) {
    while (worked.size() < count) {
      Thread.onSpinWait();
    }
  }
}
