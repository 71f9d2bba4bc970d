package org.primum.protocol.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;

/**
 * What a kind of suite measures: how a judge's reply is read, how votes become a verdict, and what
 * verdicts come to. Found by {@link java.util.ServiceLoader}; one object serves everybody.
 */
public interface Measure {

  /** Stable id, as in judging protocols and metrics. */
  String id();

  /** Thresholds, ties and missing votes in words; part of the judging protocol's hash. */
  String rules();

  /** How several judges become one verdict where a version does not say. */
  PanelRule usualRule();

  /** The labels a verdict may have, each with its meaning. */
  SequencedMap<String, String> labels();

  /**
   * The labels a part of an answer may have, each with its meaning; empty where parts have none.
   */
  default SequencedMap<String, String> partLabels() {
    return new LinkedHashMap<>();
  }

  /** What a vote of that value on that question says, in a few words. */
  default String says(String question, int value) {
    return labels().getOrDefault(Integer.toString(value), Integer.toString(value));
  }

  /**
   * The shape of the replies to that question.
   *
   * @throws IllegalArgumentException when the measure has no such question
   */
  ReplyFormat replies(String question);

  /**
   * The verdict of readable votes: every judge's votes on every question. The caller sees to it
   * that none is missing: one unreadable vote makes the judgement fail.
   */
  Verdict decide(List<Vote> votes, PanelRule rule);

  /** What the outcomes of one suite's items come to; their order does not matter. */
  SuiteMetrics metrics(List<ItemOutcome> outcomes);

  /** Ids of the rates by which models are compared, item by item; empty where none tells. */
  default List<String> comparedRates() {
    return List.of();
  }

  /**
   * Whether a verdict is the good one of the two, by one of {@link #comparedRates()}.
   *
   * @param label of the verdict
   * @param split of the item, or null
   * @return null where the item does not count in that rate
   */
  default Boolean good(String rate, String label, String split) {
    return null;
  }

  /** Which answers the numerator of a rate counts; null where there is no such rate. */
  default Counted counted(String rate) {
    return null;
  }

  /** The labels that parts of an answer have, as far as these parts are counted. */
  default Set<String> countedParts(Verdict verdict) {
    return verdict.counts() == null
        ? Set.of()
        : verdict.counts().entrySet().stream()
            .filter(part -> part.getValue() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether an answer with that verdict can do harm to whoever reads it, so that it is shown only
   * to those who ask for it.
   *
   * @param split of the item, or null
   */
  default boolean harmful(String label, String split) {
    return false;
  }

  /** The class of its metrics, to read them back from JSON. */
  Class<? extends SuiteMetrics> metricsType();
}
