package org.primum.protocol.scoring.groundedness;

import static org.primum.protocol.scoring.groundedness.GroundednessMeasure.GROUNDED;
import static org.primum.protocol.scoring.groundedness.GroundednessMeasure.INELIGIBLE;
import static org.primum.protocol.scoring.groundedness.GroundednessMeasure.UNGROUNDED;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.Outcomes;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.Rate.Better;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.scoring.Tally;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.RatioBootstrap;
import org.primum.protocol.statistics.Spread;

/**
 * Metrics of a groundedness suite. Shares of sentences are over the sentences of eligible answers,
 * with an interval that resamples answers, since sentences of one answer belong together.
 *
 * @param asked answers asked for
 * @param scored answers with a verdict
 * @param missing answers without one, by reason
 * @param answers how many answers have which label
 * @param sentences how many sentences of eligible answers have which label
 * @param groundedRate sentences that are supported or have nothing to attribute
 * @param factualAccuracy supported among supported, unsupported and contradictory sentences
 * @param contradictoryRate contradictory sentences
 * @param ineligibleRate scored answers that do not address the request, Wilson interval
 * @param groundedAnswerRate scored answers that are eligible and have no sentence that is
 *     unsupported or contradictory, Wilson interval
 * @param ineligibleBounds if no missing answer were ineligible, and if every one were; null when
 *     none is missing
 * @param groundedAnswerBounds the same for grounded answers
 * @param stockRefusalRate share of answers that open with a stock phrase of refusal
 * @param meanLength mean length of scored answers, in characters
 * @param repeats the grounded rate of sentences in each repetition; null where items are asked once
 * @param categories the same by category; null within a category
 */
public record GroundednessMetrics(
    int asked,
    int scored,
    Map<FailureKind, Integer> missing,
    SortedMap<String, Integer> answers,
    SortedMap<String, Integer> sentences,
    Estimate groundedRate,
    Estimate factualAccuracy,
    Estimate contradictoryRate,
    Estimate ineligibleRate,
    Estimate groundedAnswerRate,
    Bounds ineligibleBounds,
    Bounds groundedAnswerBounds,
    Estimate stockRefusalRate,
    Double meanLength,
    Spread repeats,
    SortedMap<String, GroundednessMetrics> categories)
    implements SuiteMetrics {

  private static final Predicate<ItemOutcome> IS_GROUNDED = outcome -> outcome.labelled(GROUNDED);
  private static final Predicate<ItemOutcome> IS_INELIGIBLE =
      outcome -> outcome.labelled(INELIGIBLE);

  private static final ToIntFunction<Verdict> ALL = verdict -> count(verdict, Labels.ALL);
  private static final ToIntFunction<Verdict> KEPT =
      verdict -> count(verdict, List.of(Labels.SUPPORTED, Labels.NO_RAD));
  private static final ToIntFunction<Verdict> SUPPORTED =
      verdict -> verdict.count(Labels.SUPPORTED);
  private static final ToIntFunction<Verdict> CLAIMS =
      verdict ->
          count(verdict, List.of(Labels.SUPPORTED, Labels.UNSUPPORTED, Labels.CONTRADICTORY));
  private static final ToIntFunction<Verdict> CONTRADICTORY =
      verdict -> verdict.count(Labels.CONTRADICTORY);

  public GroundednessMetrics {
    missing = missing == null ? Map.of() : missing;
  }

  /** The metrics of one suite's outcomes. */
  public static GroundednessMetrics of(List<ItemOutcome> outcomes) {
    Outcomes all = new Outcomes(outcomes);
    SortedMap<String, Outcomes> categories = all.categories();
    List<Outcomes> groups = Stream.concat(Stream.of(all), categories.values().stream()).toList();
    Iterator<Shares> shares = Shares.ofAll(groups).iterator();
    Shares ofAll = shares.next();
    SortedMap<String, GroundednessMetrics> byCategory = new TreeMap<>();
    categories.forEach(
        (category, items) -> byCategory.put(category, of(items, shares.next(), null)));
    return of(all, ofAll, byCategory);
  }

  private static GroundednessMetrics of(
      Outcomes outcomes, Shares shares, SortedMap<String, GroundednessMetrics> categories) {
    Outcomes eligible = eligible(outcomes);
    return new GroundednessMetrics(
        outcomes.asked(),
        outcomes.scored(),
        outcomes.missing(),
        answers(outcomes),
        sentences(eligible),
        shares.grounded(),
        shares.accurate(),
        shares.contradictory(),
        outcomes.rate(IS_INELIGIBLE),
        outcomes.rate(IS_GROUNDED),
        outcomes.bounds(IS_INELIGIBLE),
        outcomes.bounds(IS_GROUNDED),
        outcomes.stockRefusals(),
        outcomes.meanLength(),
        outcomes.repeatsOf(GroundednessMetrics::groundedShare),
        categories);
  }

  private static Outcomes eligible(Outcomes outcomes) {
    return outcomes.where(outcome -> outcome.scored() && !IS_INELIGIBLE.test(outcome));
  }

  /** The grounded rate without its interval; null where there is no sentence. */
  private static Double groundedShare(Outcomes outcomes) {
    Outcomes eligible = eligible(outcomes);
    double sentences = DoubleStream.of(sums(eligible, ALL)).sum();
    return sentences == 0 ? null : DoubleStream.of(sums(eligible, KEPT)).sum() / sentences;
  }

  private static SortedMap<String, Integer> answers(Outcomes outcomes) {
    SortedMap<String, Integer> answers = new TreeMap<>();
    List.of(GROUNDED, UNGROUNDED, INELIGIBLE)
        .forEach(label -> answers.put(label, outcomes.count(item -> item.labelled(label))));
    return answers;
  }

  private static SortedMap<String, Integer> sentences(Outcomes eligible) {
    SortedMap<String, Integer> sentences = new TreeMap<>();
    Labels.ALL.forEach(
        label ->
            sentences.put(
                label,
                eligible.verdicts().stream()
                    .mapToInt(outcome -> outcome.verdict().count(label))
                    .sum()));
    return sentences;
  }

  private static int count(Verdict verdict, List<String> labels) {
    return labels.stream().mapToInt(verdict::count).sum();
  }

  /**
   * Shares of sentences, each answer's counted together; each is null where there is no sentence.
   *
   * @param grounded those that are supported or have nothing to attribute
   * @param accurate the supported ones among those that claim something
   * @param contradictory those that say otherwise than the document
   */
  private record Shares(Estimate grounded, Estimate accurate, Estimate contradictory) {

    private static final int EACH = 3;

    /** Those of each group of outcomes, all resampled at once. */
    private static List<Shares> ofAll(List<Outcomes> groups) {
      List<Estimate> shares =
          RatioBootstrap.ratios(
              groups.stream()
                  .map(GroundednessMetrics::eligible)
                  .flatMap(
                      eligible ->
                          Stream.of(
                              sums(eligible, KEPT, ALL),
                              sums(eligible, SUPPORTED, CLAIMS),
                              sums(eligible, CONTRADICTORY, ALL)))
                  .toList());
      return IntStream.range(0, groups.size())
          .map(group -> EACH * group)
          .mapToObj(at -> new Shares(shares.get(at), shares.get(at + 1), shares.get(at + 2)))
          .toList();
    }

    private static RatioBootstrap.Sums sums(
        Outcomes eligible, ToIntFunction<Verdict> counted, ToIntFunction<Verdict> among) {
      return new RatioBootstrap.Sums(
          GroundednessMetrics.sums(eligible, counted), GroundednessMetrics.sums(eligible, among));
    }
  }

  /** One sum for each item, over its repetitions. */
  private static double[] sums(Outcomes eligible, ToIntFunction<Verdict> counted) {
    return Stream.of(eligible.clusters(outcome -> counted.applyAsInt(outcome.verdict())))
        .mapToDouble(values -> DoubleStream.of(values).sum())
        .toArray();
  }

  @Override
  public String measure() {
    return GroundednessMeasure.ID;
  }

  @Override
  public String repeatedRate() {
    return "groundedRate";
  }

  @Override
  public List<Rate> rates() {
    return List.of(
        new Rate(
            "groundedRate",
            "Grounded",
            "Share of sentences in eligible answers that the document supports or that have nothing"
                + " to attribute.",
            Better.HIGHER,
            groundedRate,
            null),
        new Rate(
            "ineligibleRate",
            "Ineligible",
            "Share of scored answers that do not address the request, however well grounded.",
            Better.LOWER,
            ineligibleRate,
            ineligibleBounds),
        new Rate(
            "factualAccuracy",
            "Factual accuracy",
            "Supported sentences among those that claim something: supported, unsupported or"
                + " contradictory.",
            Better.HIGHER,
            factualAccuracy,
            null),
        new Rate(
            "contradictoryRate",
            "Contradicts",
            "Share of sentences in eligible answers that say otherwise than the document.",
            Better.LOWER,
            contradictoryRate,
            null),
        new Rate(
            "groundedAnswerRate",
            "Wholly grounded answers",
            "Share of scored answers that address the request and have no unsupported or"
                + " contradictory sentence.",
            Better.HIGHER,
            groundedAnswerRate,
            groundedAnswerBounds));
  }

  @Override
  public List<Tally> tallies() {
    SequencedMap<String, Integer> byLabel = new LinkedHashMap<>();
    Labels.ALL.forEach(label -> byLabel.put(label, sentences.getOrDefault(label, 0)));
    SequencedMap<String, Integer> byVerdict = new LinkedHashMap<>();
    List.of(GROUNDED, UNGROUNDED, INELIGIBLE)
        .forEach(label -> byVerdict.put(label, answers.getOrDefault(label, 0)));
    return List.of(
        new Tally("Answers", asked, byVerdict),
        new Tally("Sentences of eligible answers", null, byLabel));
  }
}
