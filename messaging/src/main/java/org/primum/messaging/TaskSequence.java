package org.primum.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;

/**
 * Tasks that were handed out together, to be worked on one after another: claimed all at once, then
 * each done and recorded. After trouble, and when it takes much longer than was expected when they
 * were handed out, the rest is given back as it is: how it goes on is decided by the gateway.
 *
 * @param <T> the message that hands out one task
 */
public final class TaskSequence<T> {

  /** Several times what a sequence is expected to take at most; far less than any lease. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final Failure SLOWER =
      new Failure(FailureKind.TIMED_OUT, "The endpoint has become slow; handed out again.");

  /**
   * What is done with a task.
   *
   * @param <T> the message that hands out one task
   */
  public interface Work<T> {

    /** The task as a message names it. */
    TaskLedger.Wanted wanted(T task);

    /**
     * Does a task that is claimed.
     *
     * @return empty when it is not to be done any more
     * @throws InterruptedException when the service stops
     */
    Optional<Done> take(T task, TaskLedger.Claim claim) throws InterruptedException;

    /**
     * What is recorded of a task whose turn did not come.
     *
     * @return the message that tells of it, as JSON
     */
    String leave(T task, TaskLedger.Claim claim, Failure why);

    /** Whether others wait for the place at the endpoint that the last task takes. */
    boolean hurries(T last);
  }

  /**
   * What came of a task.
   *
   * @param passing whether a later attempt may come to something else
   * @param body the message that tells of it, as JSON
   * @param trouble what the endpoint met that speaks against going on; null for nothing
   */
  public record Done(boolean passing, String body, Failure trouble) {}

  /** The part of the ledger that is needed here. */
  interface Ledger {

    /** Takes tasks for this replica; see {@link TaskLedger}. */
    List<TaskLedger.Claim> claim(List<TaskLedger.Wanted> tasks) throws InterruptedException;

    /** Records what came of one; see {@link TaskLedger}. */
    CompletableFuture<Void> record(TaskLedger.Wanted task, Done done, boolean soon);
  }

  private final Ledger ledger;
  private final Work<T> work;
  private final Duration longest;
  private final InFlight inFlight = new InFlight();

  /** Sequences of a service, whose tasks are claimed and recorded in that ledger. */
  public TaskSequence(TaskLedger ledger, Work<T> work) {
    this(ledger, work, LONGEST);
  }

  TaskSequence(Ledger ledger, Work<T> work, Duration longest) {
    this.ledger = ledger;
    this.work = work;
    this.longest = longest;
  }

  /**
   * Sees to it that each task has an outcome, here or in another replica.
   *
   * @throws InterruptedException when the service stops before that
   */
  public void work(List<T> tasks) throws InterruptedException {
    List<TaskLedger.Wanted> wanted = tasks.stream().map(work::wanted).toList();
    inFlight.alone(
        wanted.stream().map(TaskLedger.Wanted::id).toList(),
        () -> work(tasks, wanted, ledger.claim(wanted)));
  }

  private void work(List<T> tasks, List<TaskLedger.Wanted> wanted, List<TaskLedger.Claim> claims)
      throws InterruptedException {
    List<CompletableFuture<Void>> recorded = new ArrayList<>();
    long begun = System.nanoTime();
    try {
      Failure trouble = null;
      for (int index = 0; index < tasks.size(); index++) {
        T task = tasks.get(index);
        TaskLedger.Claim claim = claims.get(index);
        if (!claim.taken()) {
          continue;
        }
        if (trouble == null && index > 0 && System.nanoTime() - begun > longest.toNanos()) {
          trouble = SLOWER;
        }
        Optional<Done> done =
            trouble == null
                ? work.take(task, claim)
                : Optional.of(new Done(true, work.leave(task, claim, trouble), trouble));
        if (done.isPresent()) {
          boolean soon = index == tasks.size() - 1 && work.hurries(task);
          recorded.add(ledger.record(wanted.get(index), done.get(), soon));
          trouble = done.get().trouble();
        }
      }
    } finally {
      // The next one is not held up by the database, but nothing counts as handled before it is.
      for (CompletableFuture<Void> one : recorded) {
        Batches.await(one);
      }
    }
  }
}
