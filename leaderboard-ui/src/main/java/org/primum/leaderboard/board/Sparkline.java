package org.primum.leaderboard.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;

/**
 * The categories of a suite as a row of bars, higher is better, for a drawing that is {@value
 * #HEIGHT} high and as wide as there are categories, {@value #STEP} each. Categories without a
 * number leave a gap.
 *
 * @param width of the drawing
 * @param bars outline of all bars but the worst
 * @param worst outline of the worst; empty when all are the same
 * @param worstTitle the worst category, or the first when all are the same
 * @param worstRate its first headline rate, as it is shown
 * @param count how many categories there are
 */
public record Sparkline(
    int width, String bars, String worst, String worstTitle, Estimate worstRate, int count) {

  /** Height of the drawing. */
  public static final int HEIGHT = 20;

  private static final int STEP = 6;
  private static final int BAR = 4;

  /** A bar of nothing is still to be seen. */
  private static final double LEAST = 1;

  /** Of a suite with two categories at least that have a number; else null. */
  static Sparkline of(SuiteResult suite) {
    List<SuiteResult.Category> categories = suite.categories();
    Rate leading = suite.rates().isEmpty() ? null : suite.rates().getFirst();
    if (leading == null || categories.stream().filter(Sparkline::measured).count() < 2) {
      return null;
    }
    int lowest = -1;
    List<Double> heights = new ArrayList<>();
    for (int at = 0; at < categories.size(); at++) {
      SuiteResult.Category category = categories.get(at);
      if (!measured(category)) {
        heights.add(null);
        continue;
      }
      double value = category.rates().getFirst().value();
      heights.add(leading.higherIsBetter() ? value : 1 - value);
      if (lowest < 0 || heights.get(at) < heights.get(lowest)) {
        lowest = at;
      }
    }
    double worst = heights.get(lowest);
    boolean same = heights.stream().allMatch(high -> high == null || high == worst);
    StringBuilder bars = new StringBuilder();
    for (int at = 0; at < heights.size(); at++) {
      if ((same || at != lowest) && heights.get(at) != null) {
        bars.append(bar(at, heights.get(at)));
      }
    }
    return new Sparkline(
        STEP * heights.size(),
        bars.toString(),
        same ? "" : bar(lowest, worst),
        categories.get(lowest).title(),
        categories.get(lowest).rates().getFirst(),
        heights.size());
  }

  /** What it shows, in words. */
  public String words() {
    return worst.isEmpty()
        ? "%d categories, all the same".formatted(count)
        : "%d categories; %s is worst, with %.1f%%"
            .formatted(count, worstTitle, 100 * worstRate.value());
  }

  private static boolean measured(SuiteResult.Category category) {
    return !category.rates().isEmpty() && category.rates().getFirst() != null;
  }

  private static String bar(int place, double share) {
    double high = Math.max(LEAST, HEIGHT * share);
    return String.format(
        Locale.ROOT, "M%d %dv-%.1fh%dv%.1fz", place * STEP, HEIGHT, high, BAR, high);
  }
}
