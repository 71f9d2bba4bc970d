package org.primum.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Does the work of many callers in one go, so that they share one transaction. A caller waits until
 * its own is done. While one batch is worked on the next one gathers, and under load for a moment
 * longer: whoever comes after a pause waits for nobody, and the batches are as large as the load
 * makes them. When a batch fails, each of it is done once more alone, so that only those fail that
 * are to blame.
 *
 * @param <T> what a caller brings; no two in a batch stand in each other's way
 * @param <R> what it gets for it
 */
public final class Batches<T, R> implements AutoCloseable {

  /** A batch is begun no sooner than this after the one before was begun. */
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** What nobody waits for is done after this at the latest. */
  private static final Duration LONGEST = Duration.ofMillis(100);

  private record Entry<T, R>(T work, long at, CompletableFuture<R> done) {}

  private final int most;
  private final Duration longest;
  private final Function<List<T>, List<R>> worker;
  private final BlockingQueue<Entry<T, R>> waiting = new LinkedBlockingQueue<>();
  private final Semaphore urgent = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts.
   *
   * @param name of the thread that works
   * @param most largest batch
   * @param worker does a batch and gives back one result for each, in their order
   */
  public Batches(String name, int most, Function<List<T>, List<R>> worker) {
    this(name, most, worker, LONGEST);
  }

  Batches(String name, int most, Function<List<T>, List<R>> worker, Duration longest) {
    this.most = most;
    this.longest = longest;
    this.worker = worker;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /**
   * Has it done, and does not wait for it.
   *
   * @param soon whether somebody waits for it; what nobody waits for is done with others, a tenth
   *     of a second later at most
   * @return its result, or what the worker threw
   */
  public CompletableFuture<R> submit(T work, boolean soon) {
    Entry<T, R> entry = new Entry<>(work, System.nanoTime(), new CompletableFuture<>());
    waiting.add(entry);
    if (soon) {
      urgent.release();
    }
    // Looked at after adding: whoever comes while it closes is either told by it or told here.
    if (closed && waiting.remove(entry)) {
      entry.done().completeExceptionally(new MessagingUnavailable("the service is stopping", null));
    }
    return entry.done();
  }

  /**
   * Has it done.
   *
   * @return its result
   * @throws RuntimeException as the worker threw it
   * @throws InterruptedException when the caller is to stop; it may be done all the same
   */
  public R add(T work) throws InterruptedException {
    return await(submit(work, true));
  }

  /**
   * Waits for what was submitted.
   *
   * @throws RuntimeException as the worker threw it
   * @throws InterruptedException when the caller is to stop; it may be done all the same
   */
  public static <R> R await(CompletableFuture<R> submitted) throws InterruptedException {
    try {
      return submitted.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException reason
          ? reason
          : new IllegalStateException(failed.getCause());
    }
  }

  private void run() {
    List<Entry<T, R>> batch = new ArrayList<>();
    long begunAt = System.nanoTime() - BREATH_NANOS;
    try {
      while (true) {
        Entry<T, R> first = waiting.take();
        batch.add(first);
        TimeUnit.NANOSECONDS.sleep(begunAt + BREATH_NANOS - System.nanoTime());
        urgent.tryAcquire(first.at() + longest.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        urgent.drainPermits();
        begunAt = System.nanoTime();
        waiting.drainTo(batch, most - 1);
        if (!waiting.isEmpty()) {
          // Whoever waits for one of these has said so already.
          urgent.release();
        }
        work(batch);
        batch.clear();
      }
    } catch (InterruptedException closing) {
      waiting.drainTo(batch);
      batch.forEach(
          entry ->
              entry
                  .done()
                  .completeExceptionally(
                      new MessagingUnavailable("the service is stopping", closing)));
    }
  }

  private void work(List<Entry<T, R>> batch) {
    try {
      List<R> results = worker.apply(batch.stream().map(Entry::work).toList());
      for (int index = 0; index < batch.size(); index++) {
        batch.get(index).done().complete(results.get(index));
      }
    } catch (RuntimeException failed) {
      if (batch.size() == 1) {
        batch.getFirst().done().completeExceptionally(failed);
      } else {
        batch.forEach(entry -> work(List.of(entry)));
      }
    }
  }

  /** Finishes what it is at; whoever waits is told that the service stops. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
