package org.primum.leaderboard.page;

import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;

/**
 * Where an interval and its estimate lie on a bar from 0 to 1, in percent of the bar's width.
 *
 * @param left where the interval begins
 * @param width how wide it is, at least {@value #NARROWEST} so that it can be seen
 * @param point where the estimate is
 */
public record Interval(double left, double width, double point) {

  static final double NARROWEST = 1.0;

  /** The geometry of a rate's interval. */
  public static Interval of(Estimate rate) {
    return of(rate.lower(), rate.upper(), rate.value());
  }

  /**
   * The geometry of what a rate can be, whatever the missing answers are; the point is its middle.
   */
  public static Interval of(Bounds bounds) {
    return of(bounds.lower(), bounds.upper(), (bounds.lower() + bounds.upper()) / 2);
  }

  private static Interval of(double from, double to, double value) {
    double lower = 100 * Math.clamp(from, 0, 1);
    double upper = 100 * Math.clamp(to, 0, 1);
    double width = Math.max(NARROWEST, upper - lower);
    double left = Math.clamp(lower, 0, 100 - width);
    return new Interval(round(left), round(width), round(100 * value));
  }

  /** Two decimals are finer than a pixel and keep the page small. */
  private static double round(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
