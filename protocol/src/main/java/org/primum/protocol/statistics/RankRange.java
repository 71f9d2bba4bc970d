package org.primum.protocol.statistics;

import java.util.ArrayList;
import java.util.List;
import org.primum.protocol.Require;

/**
 * The ranks a model may have among others, as far as the data can tell: everybody is compared with
 * everybody on the items both have, by {@link McNemar}, and the p values are adjusted for their
 * number by {@link Holm}. Who is shown to be better comes before, who is shown to be worse after,
 * and all others may be on either side. With a chance of at least 95 % all ranges of a board hold
 * the true ranks at once (M. Mogstad, J. P. Romano, A. M. Shaikh and D. Wilhelm, "Inference for
 * Ranks", Review of Economic Studies 91, 2024). Models that are equal share the first of their
 * ranks.
 *
 * @param first the best rank it may have, from 1
 * @param last the worst rank it may have
 */
public record RankRange(int first, int last) {

  /** The chance of even one false claim on a board. */
  static final double LEVEL = 0.05;

  public RankRange {
    Require.that(first >= 1 && last >= first, "a range of ranks begins at 1 or later");
  }

  /** Whether only one rank is left. */
  public boolean exact() {
    return first == last;
  }

  /** Whether a model with that rank would be in it. */
  public boolean holds(int rank) {
    return first <= rank && rank <= last;
  }

  /** How one model is told from another. */
  @FunctionalInterface
  private interface Pairwise {

    /** Which of two models leads, and the p value of their being alike. */
    Finding between(int first, int second);
  }

  private record Finding(boolean firstLeads, double pValue) {}

  /**
   * The range of each model, in their order.
   *
   * @param models each model's outcomes on the same items; yes is good
   */
  public static List<RankRange> of(List<YesNo> models) {
    return of(
        models.size(),
        (first, second) -> {
          McNemar test = models.get(first).against(models.get(second));
          return new Finding(test.onlyFirst() > test.onlySecond(), test.pValue());
        });
  }

  /**
   * The range of each model by the least of its shares. One model's least is shown to be more than
   * another's when all of its shares are shown to be more than some share of the other ({@link
   * LeastShare}).
   *
   * @param models each model's shares, the same ones in the same order
   */
  public static List<RankRange> ofLeast(List<List<LeastShare>> models) {
    return of(
        models.size(),
        (first, second) -> {
          double firstMore = LeastShare.pValue(models.get(first), models.get(second));
          double secondMore = LeastShare.pValue(models.get(second), models.get(first));
          return new Finding(
              firstMore < secondMore, Math.min(1, 2 * Math.min(firstMore, secondMore)));
        });
  }

  private static List<RankRange> of(int count, Pairwise comparison) {
    double[] pValues = new double[count * (count - 1) / 2];
    boolean[] firstLeads = new boolean[pValues.length];
    int pair = 0;
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        Finding finding = comparison.between(first, second);
        pValues[pair] = finding.pValue();
        firstLeads[pair] = finding.firstLeads();
        pair++;
      }
    }
    double[] adjusted = Holm.adjust(pValues);
    int[] better = new int[count];
    int[] worse = new int[count];
    pair = 0;
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        if (adjusted[pair] <= LEVEL) {
          better[firstLeads[pair] ? second : first]++;
          worse[firstLeads[pair] ? first : second]++;
        }
        pair++;
      }
    }
    List<RankRange> ranges = new ArrayList<>();
    for (int model = 0; model < count; model++) {
      ranges.add(new RankRange(better[model] + 1, count - worse[model]));
    }
    return List.copyOf(ranges);
  }
}
