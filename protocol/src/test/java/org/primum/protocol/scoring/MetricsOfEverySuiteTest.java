package org.primum.protocol.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.statistics.Bounds;

/** What holds for the metrics of every suite, however its answers came out. */
class MetricsOfEverySuiteTest {

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfTheOutcomesDoesNotMatter(@ForAll("made") Made made, @ForAll Random random) {
    List<ItemOutcome> shuffled = new ArrayList<>(made.outcomes());
    Collections.shuffle(shuffled, random);

    SuiteMetrics metrics = made.with(shuffled).metrics();

    assertThat(metrics).isEqualTo(made.metrics());
  }

  /** What models are compared by, item by item, is what their rates count. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theRatesThatModelsAreComparedByCountWhatIsGood(@ForAll("made") Made made) {
    Measure measure = made.suite().measure();

    assertThat(measure.comparedRates()).isNotEmpty();
    for (String id : measure.comparedRates()) {
      List<Boolean> good =
          made.outcomes().stream()
              .filter(ItemOutcome::scored)
              .map(outcome -> measure.good(id, outcome.verdict().label(), outcome.split()))
              .filter(Objects::nonNull)
              .toList();
      Rate rate =
          made.metrics().rates().stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow();
      if (good.isEmpty()) {
        assertThat(rate.estimate()).isNull();
      } else {
        double share = good.stream().filter(well -> well == rate.higherIsBetter()).count();
        assertThat(rate.estimate().value()).isCloseTo(share / good.size(), within(1e-12));
      }
    }
  }

  /** So that a reader who follows a number to its answers finds as many as it says. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyRateLeadsToTheAnswersItCounts(@ForAll("made") Made made) {
    Measure measure = made.suite().measure();

    for (Rate rate : made.metrics().rates()) {
      Counted counted = measure.counted(rate.id());
      assertThat(counted).as(rate.id()).isNotNull();
      if (rate.estimate() == null) {
        continue;
      }
      List<ItemOutcome> among =
          made.outcomes().stream().filter(outcome -> measured(counted, outcome)).toList();
      long listed = among.stream().filter(outcome -> counts(counted, measure, outcome)).count();
      if (counted.parts().isEmpty()) {
        assertThat(rate.estimate().value())
            .as(rate.id())
            .isCloseTo((double) listed / among.size(), within(1e-12));
      } else {
        assertThat(rate.estimate().value() > 0).as(rate.id()).isEqualTo(listed > 0);
      }
    }
  }

  private static boolean measured(Counted counted, ItemOutcome outcome) {
    return outcome.scored()
        && (counted.splits().isEmpty()
            || (outcome.split() != null && counted.splits().contains(outcome.split())))
        && (!counted.refusingWords() || outcome.traits() != null);
  }

  private static boolean counts(Counted counted, Measure measure, ItemOutcome outcome) {
    return (counted.labels().isEmpty() || counted.labels().contains(outcome.verdict().label()))
        && (counted.parts().isEmpty()
            || !Collections.disjoint(counted.parts(), measure.countedParts(outcome.verdict())))
        && (!counted.refusingWords() || outcome.traits().stockRefusal());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theCountsOfChunksAddUp(@ForAll("made") Made made, @ForAll @IntRange(max = 36) int cut) {
    int at = Math.min(cut, made.outcomes().size());

    SuiteMetrics first = made.with(made.outcomes().subList(0, at)).metrics();
    SuiteMetrics second = made.with(made.outcomes().subList(at, made.outcomes().size())).metrics();

    assertThat(added(List.of(first, second))).isEqualTo(added(List.of(made.metrics())));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theCountsOfCategoriesAddUp(@ForAll("made") Made made) {
    SuiteMetrics metrics = made.metrics();

    assertThat(added(metrics.categories().values())).isEqualTo(added(List.of(metrics)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aCategoryIsMeasuredAsIfItWereAlone(@ForAll("made") Made made) {
    Map<String, List<ItemOutcome>> categories =
        made.outcomes().stream().collect(Collectors.groupingBy(ItemOutcome::category));

    SuiteMetrics metrics = made.metrics();

    assertThat(metrics.categories().keySet()).isEqualTo(categories.keySet());
    categories.forEach(
        (category, outcomes) -> {
          SuiteMetrics inside = metrics.categories().get(category);
          assertThat(inside.rates()).isEqualTo(made.with(outcomes).metrics().rates());
          assertThat(inside.mean()).isEqualTo(made.with(outcomes).metrics().mean());
          assertThat(inside.categories()).isNull();
        });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatIsAskedIsScoredMissingOrOpen(@ForAll("made") Made made) {
    SuiteMetrics metrics = made.metrics();

    long open =
        made.outcomes().stream()
            .filter(outcome -> outcome.verdict() == null && outcome.failure() == null)
            .count();
    assertThat(metrics.asked()).isEqualTo(made.outcomes().size());
    assertThat(metrics.scored() + sum(metrics.missing().values()) + open)
        .isEqualTo(metrics.asked());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyRateLiesInItsIntervalAndItsBounds(@ForAll("made") Made made) {
    SuiteMetrics metrics = made.metrics();

    assertThat(metrics.rates())
        .filteredOn(rate -> rate.estimate() != null)
        .allSatisfy(
            rate -> {
              double value = rate.estimate().value();
              assertThat(value).isBetween(0.0, 1.0);
              assertThat(value).isBetween(rate.estimate().lower(), rate.estimate().upper());
              Bounds bounds = rate.bounds() == null ? new Bounds(value, value) : rate.bounds();
              assertThat(value).isBetween(bounds.lower(), bounds.upper());
            });
  }

  /** The bounds are what they say: no verdicts of the missing answers could lead beyond them. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whateverTheMissingAnswersWereTheRateIsWithinItsBounds(
      @ForAll("made") Made made, @ForAll Random random) {
    List<Verdict> verdicts =
        made.suite().measure().labels().keySet().stream().map(Made::verdict).toList();

    SuiteMetrics complete = made.filled(verdicts, random).metrics();

    for (int index = 0; index < complete.rates().size(); index++) {
      Rate rate = made.metrics().rates().get(index);
      if (rate.bounds() != null) {
        assertThat(complete.rates().get(index).estimate().value())
            .as(rate.id())
            .isBetween(rate.bounds().lower(), rate.bounds().upper());
      }
    }
  }

  /** Every repetition has the value that its own outcomes alone would have. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theSpreadIsOfTheRateItNamesInEachRepetition(@ForAll("made") Made made) {
    String named = made.metrics().repeatedRate();
    List<Double> expected =
        made.outcomes().stream()
            .collect(Collectors.groupingBy(ItemOutcome::repetition))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(repetition -> made.with(repetition.getValue()).metrics())
            .map(metrics -> rate(metrics, named))
            .filter(rate -> rate.estimate() != null)
            .map(rate -> rate.estimate().value())
            .toList();
    boolean repeated = made.outcomes().stream().anyMatch(outcome -> outcome.repetition() > 1);

    SuiteMetrics metrics = made.metrics();

    assertThat(metrics.repeats() == null ? List.of() : metrics.repeats().values())
        .isEqualTo(repeated ? expected : List.of());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void repetitionsDoNotNarrowAnInterval(@ForAll("made") Made made) {
    Made once =
        made.with(made.outcomes().stream().filter(outcome -> outcome.repetition() == 1).toList());

    SuiteMetrics metrics = once.repeated().metrics();

    assertThat(metrics.rates())
        .extracting(Rate::estimate)
        .isEqualTo(once.metrics().rates().stream().map(Rate::estimate).toList());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void metricsAreReadBackFromJsonAsTheyWere(@ForAll("made") Made made) {
    SuiteMetrics metrics = made.metrics();

    SuiteMetrics read = Json.read(Json.write(metrics), SuiteMetrics.class);

    assertThat(read).isEqualTo(metrics);
    assertThat(read.rates()).isEqualTo(metrics.rates());
    assertThat(read.tallies()).isEqualTo(metrics.tallies());
  }

  @Provide
  Arbitrary<Made> made() {
    return Made.any();
  }

  private static Rate rate(SuiteMetrics metrics, String id) {
    return metrics.rates().stream().filter(rate -> rate.id().equals(id)).findFirst().orElseThrow();
  }

  /** Everything that is a count, by name. */
  private static Map<String, Integer> added(Collection<? extends SuiteMetrics> parts) {
    Map<String, Integer> sums = new TreeMap<>();
    Map<FailureKind, Integer> missing = new EnumMap<>(FailureKind.class);
    for (SuiteMetrics part : parts) {
      sums.merge("asked", part.asked(), Integer::sum);
      sums.merge("scored", part.scored(), Integer::sum);
      part.missing().forEach((kind, count) -> missing.merge(kind, count, Integer::sum));
      for (Tally tally : part.tallies()) {
        if (tally.asked() != null) {
          sums.merge(tally.title(), tally.asked(), Integer::sum);
        }
        tally
            .counts()
            .forEach((label, count) -> sums.merge(tally.title() + label, count, Integer::sum));
      }
    }
    missing.forEach((kind, count) -> sums.put("missing " + kind, count));
    sums.values().removeIf(count -> count == 0);
    return sums;
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
