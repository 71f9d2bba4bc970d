package org.primum.gateway.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EvaluationState;

/**
 * How many tasks of an evaluation are where.
 *
 * @param tasks how many there are of each kind
 */
record TaskCounts(Map<Kind, Integer> tasks) {

  private static final Set<String> OPEN = Set.of("waiting", "asking", "answered", "judging");

  TaskCounts {
    tasks = Map.copyOf(tasks);
  }

  /**
   * Tasks that are counted together.
   *
   * @param state the task's state
   * @param failure why it failed, as it is stored; null where it did not
   * @param answered whether the model's answer is there
   */
  record Kind(String state, String failure, boolean answered) {

    boolean failed() {
      return Task.FAILED.equals(state);
    }

    boolean open() {
      return OPEN.contains(state);
    }
  }

  /** All of them, cancelled ones too. */
  int asked() {
    return count(kind -> true);
  }

  /** Those with an answer of the model. */
  int answered() {
    return count(Kind::answered);
  }

  int scored() {
    return in(Task.SCORED);
  }

  int failed() {
    return count(Kind::failed);
  }

  /** Those that have a verdict or ended without one. */
  int finished() {
    return scored() + failed();
  }

  /** Those that can still get a verdict. */
  int open() {
    return count(Kind::open);
  }

  /** Those that somebody works on: a model is asked, or a judge. */
  int inFlight() {
    return in(Task.ASKING) + in(Task.JUDGING);
  }

  /** How many failed, by kind. */
  Map<FailureKind, Integer> failures() {
    Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    tasks.forEach(
        (kind, number) -> {
          if (kind.failed()) {
            failures.merge(Task.kind(kind.failure()), number, Integer::sum);
          }
        });
    return failures;
  }

  /** The state of an evaluation whose tasks these are, unless somebody ended it. */
  EvaluationState state() {
    if (finished() == asked()) {
      // Without a single verdict there is no result that could stand on a board.
      return scored() == 0 ? EvaluationState.FAILED : EvaluationState.COMPLETE;
    }
    if (in(Task.WAITING) == asked()) {
      return EvaluationState.QUEUED;
    }
    return count(kind -> kind.answered() || kind.failed()) == asked()
        ? EvaluationState.JUDGING
        : EvaluationState.RUNNING;
  }

  private int in(String state) {
    return count(kind -> kind.state().equals(state));
  }

  private int count(Predicate<Kind> wanted) {
    return tasks.entrySet().stream()
        .filter(kind -> wanted.test(kind.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
