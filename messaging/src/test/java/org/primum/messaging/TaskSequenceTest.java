package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.primum.messaging.TaskLedger.Claim;
import org.primum.messaging.TaskLedger.Wanted;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;

/** What is done with tasks that were handed out together. */
class TaskSequenceTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Failure TROUBLE = new Failure(FailureKind.SERVER_ERROR, null);

  private final List<String> events = new ArrayList<>();
  private final List<Integer> claimedByOthers = new ArrayList<>();
  private final List<Integer> notDone = new ArrayList<>();
  private final List<Integer> troubled = new ArrayList<>();
  private CompletableFuture<Void> database = CompletableFuture.completedFuture(null);

  @Test
  void eachIsDoneInTurnAndOnlyTheLastMakesRoom() throws InterruptedException {
    within(LONG).work(List.of(1, 2, 3));

    assertThat(events)
        .containsExactly("take 1", "done 1", "take 2", "done 2", "take 3", "done 3 soon");
  }

  @Test
  void whatIsAfterTroubleIsLeft() throws InterruptedException {
    troubled.add(2);

    within(LONG).work(List.of(1, 2, 3, 4));

    assertThat(events)
        .containsExactly(
            "take 1",
            "done 1",
            "take 2",
            "done 2",
            "left 3 for SERVER_ERROR",
            "left 4 for SERVER_ERROR soon");
  }

  @Test
  void whatWouldBeginTooLateIsLeftButTheFirstNever() throws InterruptedException {
    within(Duration.ZERO).work(List.of(1, 2));

    assertThat(events).containsExactly("take 1", "done 1", "left 2 for TIMED_OUT soon");
  }

  @Test
  void whatOthersHaveOrNobodyWantsIsPassedOver() throws InterruptedException {
    claimedByOthers.add(1);
    notDone.add(2);

    within(LONG).work(List.of(1, 2, 3));

    assertThat(events).containsExactly("take 2", "take 3", "done 3 soon");
  }

  @Test
  void nothingCountsAsHandledThatIsNotRecorded() {
    database = CompletableFuture.failedFuture(new MessagingUnavailable("away", null));

    assertThatThrownBy(() -> within(LONG).work(List.of(1, 2)))
        .isInstanceOf(MessagingUnavailable.class);
    assertThat(events).contains("take 2");
  }

  private TaskSequence<Integer> within(Duration longest) {
    return new TaskSequence<>(new KeptLedger(), new KeptWork(), longest);
  }

  private final class KeptLedger implements TaskSequence.Ledger {

    @Override
    public List<Claim> claim(List<Wanted> tasks) {
      return tasks.stream()
          .map(task -> new Claim(!claimedByOthers.contains(number(task)), null))
          .toList();
    }

    @Override
    public CompletableFuture<Void> record(Wanted task, TaskSequence.Done done, boolean soon) {
      events.add(done.body() + (soon ? " soon" : ""));
      return database;
    }

    private int number(Wanted task) {
      return (int) task.id().getLeastSignificantBits();
    }
  }

  private final class KeptWork implements TaskSequence.Work<Integer> {

    @Override
    public Wanted wanted(Integer task) {
      return new Wanted(new UUID(0, task), 1, false);
    }

    @Override
    public Optional<TaskSequence.Done> take(Integer task, Claim claim) {
      events.add("take " + task);
      return notDone.contains(task)
          ? Optional.empty()
          : Optional.of(
              new TaskSequence.Done(
                  false, "done " + task, troubled.contains(task) ? TROUBLE : null));
    }

    @Override
    public String leave(Integer task, Claim claim, Failure why) {
      return "left " + task + " for " + why.kind();
    }

    @Override
    public boolean hurries(Integer last) {
      return true;
    }
  }
}
