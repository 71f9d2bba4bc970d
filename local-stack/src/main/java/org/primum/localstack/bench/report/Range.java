package org.primum.localstack.bench.report;

import java.util.Collection;

/**
 * What several runs measured of the same.
 *
 * @param least the least of them
 * @param median the middle one, or the mean of the two in the middle
 * @param most the most of them
 */
public record Range(double least, double median, double most) {

  /**
   * The range of these values.
   *
   * @throws IllegalArgumentException without any
   */
  public static Range of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("There is no range of nothing.");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Range(sorted[0], median, sorted[sorted.length - 1]);
  }
}
