package org.primum.leaderboard.page;

import java.util.List;
import java.util.stream.IntStream;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Wilson;

/**
 * The same share of more and more answers, to show what an interval depends on.
 *
 * @param row its place in the picture, from 0
 * @param count answers that count
 * @param of answers in all
 * @param estimate their share with its interval
 */
record IntervalExample(int row, int count, int of, Estimate estimate) {

  private static final int HEIGHT = 46;
  private static final int HEAD = 22;

  /** Nine of ten, each time of ten times as many. */
  static final List<IntervalExample> NINE_OF_TEN =
      IntStream.of(20, 200, 2_000).mapToObj(of -> of(of / 10 * 9, of)).toList();

  private static IntervalExample of(int count, int of) {
    int row = (int) Math.round(Math.log10(of / 20.0));
    return new IntervalExample(row, count, of, Wilson.interval(count, of));
  }

  /** Where its words stand. */
  public int textAt() {
    return HEAD + row * HEIGHT;
  }

  /** Where its band lies. */
  public int bandAt() {
    return textAt() + 8;
  }

  /** Where its dot is. */
  public int dotAt() {
    return bandAt() + 5;
  }
}
