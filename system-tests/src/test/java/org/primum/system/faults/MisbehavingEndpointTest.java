package org.primum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.protocol.FailureKind;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/**
 * An endpoint that does to each item what is known beforehand: what passes costs nothing but time,
 * and what lasts makes the item fail with its reason, the others with it or not at all.
 */
@ExtendWith(RunningStack.class)
@Tag("faults")
class MisbehavingEndpointTest {

  private static final int ITEMS = 120;

  /**
   * So many items have their fate decided by their number. The rest go well and slowly, so that
   * there is a sign of life of the endpoint after each of the others has failed once: without one,
   * an endpoint is taken for down, and nothing that happens then is held against an item.
   */
  private static final int FATES = 100;

  /**
   * When only items are left that fail for ever, the endpoint cannot be told from one that is down.
   * They end when the owner's patience does, each with what it met itself.
   */
  private static final int PATIENCE_MINUTES = 8;

  /** Twice the failures an item is given up after: some do not count. */
  private static final long MOST_REQUESTS = 10;

  private static KnownEndpoint endpoint;

  @BeforeAll
  static void startEndpoint() throws IOException {
    endpoint = new KnownEndpoint(Duration.ofMillis(50));
  }

  @AfterAll
  static void stopEndpoint() throws IOException {
    endpoint.close();
  }

  /**
   * What is wrong with an item, by its number: of a hundred, 30 get a 500, 10 nothing, 5 half a
   * reply, and so on.
   */
  private enum Fate {
    BROKEN(30, Behaviour.SERVER_ERROR, FailureKind.SERVER_ERROR),
    SLOW(10, Behaviour.SILENCE, FailureKind.TIMED_OUT),
    CUT(5, Behaviour.CUT, FailureKind.UNREADABLE_REPLY),
    DRIPPING(3, Behaviour.DRIP, FailureKind.TIMED_OUT),
    ENDLESS(3, Behaviour.ENDLESS, FailureKind.TOO_LARGE),
    RESET(5, Behaviour.RESET, FailureKind.UNREACHABLE),
    LIMITED_BY_SECONDS(5, Behaviour.RATE_LIMIT_IN_SECONDS, null),
    LIMITED_BY_DATE(5, Behaviour.RATE_LIMIT_AS_DATE, null),
    WELL(34, Behaviour.GOOD, null),
    SLOWLY_WELL(0, Behaviour.SLOW, null);

    private final int ofHundred;
    private final Behaviour behaviour;
    private final FailureKind kind;

    Fate(int ofHundred, Behaviour behaviour, FailureKind kind) {
      this.ofHundred = ofHundred;
      this.behaviour = behaviour;
      this.kind = kind;
    }

    /** The fates are spread over the first hundred items. */
    static Fate of(KnownItem item) {
      if (item.number() >= FATES) {
        return SLOWLY_WELL;
      }
      int place = item.number() * 37 % FATES;
      for (Fate fate : values()) {
        if (place < fate.ofHundred) {
          return fate;
        }
        place -= fate.ofHundred;
      }
      throw new IllegalStateException("The fates do not come to a hundred.");
    }

    /** What an item fails of that is always treated so; a limit of the rate ends after a while. */
    Optional<FailureKind> failure() {
      return Optional.ofNullable(kind);
    }

    Behaviour lasting(Call call) {
      return kind == null && call.number() > 2 ? Behaviour.GOOD : behaviour;
    }

    Behaviour passing(Call call) {
      return call.number() > 1 ? Behaviour.GOOD : behaviour;
    }
  }

  @Test
  void whatLastsFailsTheItemWithItsReason(Stacks stacks) {
    KnownRun run =
        start(
            stacks,
            "lasting faults of the model",
            call -> call.judge() ? Behaviour.GOOD : Fate.of(call.item()).lasting(call));

    run.assertOutcomes(item -> Fate.of(item).failure());
    assertBounded(run, false);
  }

  @Test
  void whatLastsAtTheJudgeFailsTheItemAsNotJudged(Stacks stacks) {
    KnownRun run =
        start(
            stacks,
            "lasting faults of the judge",
            call -> call.judge() ? Fate.of(call.item()).lasting(call) : Behaviour.GOOD);

    run.assertOutcomes(item -> Fate.of(item).failure().map(any -> FailureKind.JUDGE_FAILED));
    assertBounded(run, true);
  }

  @Test
  void whatPassesCostsNothingButTime(Stacks stacks) {
    KnownRun run = start(stacks, "passing faults", call -> Fate.of(call.item()).passing(call));

    run.assertOutcomes(
        item ->
            // An answer that is too large once is never asked for again.
            Fate.of(item) == Fate.ENDLESS ? Optional.of(FailureKind.TOO_LARGE) : Optional.empty());
  }

  private static KnownRun start(Stacks stacks, String name, Behaviour.Manners manners) {
    String model = KnownRun.newName();
    endpoint.behave(model, manners);
    return KnownRun.start(
        stacks.breakable(),
        endpoint,
        endpoint.baseUrl(),
        model,
        name,
        ITEMS,
        Map.of("patienceMinutes", PATIENCE_MINUTES));
  }

  /** No item costs more requests than it may. */
  private static void assertBounded(KnownRun run, boolean judge) {
    List<Call> calls = endpoint.calls(run.name(), judge);
    for (KnownItem item : KnownItem.first(ITEMS)) {
      assertThat(calls.stream().filter(call -> call.item().equals(item)).count())
          .as("requests for %s, %s", item.id(), Fate.of(item))
          .isBetween(1L, MOST_REQUESTS);
    }
  }
}
