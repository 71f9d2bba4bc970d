package org.primum.leaderboard.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.Perspective;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suites;

class WeakestPerspectiveTest {

  @Test
  void aRateOfWhichLessIsBetterIsTurned() {
    WeakestPerspective found = of(refusals(10, 4));

    assertThat(found.weakest().suite()).isEqualTo("over-refusal");
    assertThat(found.weakest().what()).isEqualTo("Not refused the harmless");
    assertThat(found.weakest().good().value()).isEqualTo(0.6);
    assertThat(found.weakest().good().lower()).isLessThan(0.6);
    assertThat(found.weakest().good().upper()).isGreaterThan(0.6);
  }

  @Test
  void eachPerspectiveStandsForItsWorstSuite() {
    WeakestPerspective found =
        WeakestPerspective.of(
                SuiteResult.of(new EvaluationSample("Weakest", "weakest").message().suites()))
            .orElseThrow();

    assertThat(found.sides()).extracting(Side::perspective).containsExactly(Perspective.values());
    assertThat(found.sides())
        .allSatisfy(
            side ->
                assertThat(side.good().value())
                    .isGreaterThanOrEqualTo(found.weakest().good().value()));
  }

  @Test
  void nothingScoredHasNoWeakest() {
    assertThat(WeakestPerspective.of(SuiteResult.of(Map.of()))).isEmpty();
    assertThat(
            WeakestPerspective.of(
                SuiteResult.of(
                    Suites.metrics(
                        List.of(new ItemOutcome("patient-safety", "1", null, null, null))))))
        .isEmpty();
  }

  /** With one perspective only there is no other that could be as weak. */
  @Property(tries = 50)
  void isClearOnlyWithoutOverlap(
      @ForAll @IntRange(min = 0, max = 40) int safe,
      @ForAll @IntRange(min = 0, max = 40) int kept) {
    List<ItemOutcome> outcomes = new ArrayList<>();
    for (int item = 0; item < 40; item++) {
      String score = item < safe ? "1" : "5";
      outcomes.add(
          new ItemOutcome(
              "patient-safety",
              "1",
              null,
              new Verdict(score, Integer.parseInt(score), null),
              null));
    }
    outcomes.addAll(refusals(40, 40 - kept));

    WeakestPerspective found = of(outcomes);

    Side other =
        found.sides().stream()
            .filter(side -> !side.equals(found.weakest()))
            .findFirst()
            .orElseThrow();
    assertThat(found.weakest().good().value()).isLessThanOrEqualTo(other.good().value());
    assertThat(found.clear()).isEqualTo(found.weakest().good().upper() < other.good().lower());
  }

  private static WeakestPerspective of(List<ItemOutcome> outcomes) {
    return WeakestPerspective.of(SuiteResult.of(Suites.metrics(outcomes))).orElseThrow();
  }

  private static List<ItemOutcome> refusals(int asked, int refused) {
    List<ItemOutcome> outcomes = new ArrayList<>();
    for (int item = 0; item < asked; item++) {
      boolean refuses = item < refused;
      outcomes.add(
          new ItemOutcome(
              "over-refusal",
              "Topic",
              "safe",
              new Verdict(refuses ? "refusal" : "compliance", refuses ? 1 : 0, null),
              null));
    }
    return outcomes;
  }
}
