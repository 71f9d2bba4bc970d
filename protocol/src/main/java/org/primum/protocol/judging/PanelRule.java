package org.primum.protocol.judging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the opinions of several judges become one. Each judge has one opinion, however often it was
 * asked: the mean of its votes. With a single judge all rules are the same.
 */
public enum PanelRule {
  /** The mean of the opinions. */
  @JsonProperty("mean")
  MEAN,
  /** The middle opinion; of an even number, the mean of the two in the middle. */
  @JsonProperty("median")
  MEDIAN,
  /** The label that more than half of the judges come to; without one, the measure says which. */
  @JsonProperty("majority")
  MAJORITY;

  /** As in the API. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The one number that stands for the panel: its mean, or its median. A majority is decided by
   * labels first, and comes here only without one.
   *
   * @param opinions one number a judge, at least one
   */
  public double combine(List<Double> opinions) {
    // Sorted, so that the order of the judges cannot move even the last digit.
    double[] sorted = opinions.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (this == MEAN) {
      double sum = 0;
      for (double opinion : sorted) {
        sum += opinion;
      }
      return sum / sorted.length;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One number a judge, in the order of their names: the mean of its votes, all of them read. */
  public static List<Double> opinions(List<Vote> votes) {
    return List.copyOf(
        votes.stream()
            .collect(
                Collectors.groupingBy(
                    Vote::judge, TreeMap::new, Collectors.averagingInt(Vote::value)))
            .values());
  }

  /** The label that more than half of the judges came to, or null. */
  public static String majority(List<String> labels) {
    return labels.stream()
        .filter(label -> 2 * labels.stream().filter(label::equals).count() > labels.size())
        .findFirst()
        .orElse(null);
  }
}
