package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.primum.protocol.Require;

/**
 * P values of several tests, adjusted so that the chance of even one false claim among them stays
 * at its level (S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian
 * Journal of Statistics 6, 1979).
 */
public final class Holm {

  private Holm() {}

  /**
   * The adjusted p values, in the order of the given ones.
   *
   * @param pValues each 0 to 1; may be empty
   */
  public static double[] adjust(double[] pValues) {
    Require.that(
        Arrays.stream(pValues).allMatch(value -> value >= 0 && value <= 1),
        "a p value must be 0 to 1");
    int[] ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> pValues[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double smallest = 0;
    for (int rank = 0; rank < ascending.length; rank++) {
      double multiplied = (ascending.length - rank) * pValues[ascending[rank]];
      smallest = Math.max(smallest, Math.min(1, multiplied));
      adjusted[ascending[rank]] = smallest;
    }
    return adjusted;
  }
}
