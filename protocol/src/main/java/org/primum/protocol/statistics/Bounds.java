package org.primum.protocol.statistics;

import org.primum.protocol.Require;

/**
 * What a rate over all items asked can be, whatever the missing ones would have been (C. F. Manski,
 * "Nonparametric Bounds on Treatment Effects", American Economic Review 80, 1990). They say nothing
 * about chance; an interval does.
 *
 * @param lower the rate if every missing item counted against it
 * @param upper the rate if every missing item counted for it
 */
public record Bounds(double lower, double upper) {

  public Bounds {
    Require.that(0 <= lower && lower <= upper && upper <= 1, "bounds must be 0 to 1 and in order");
  }

  /**
   * The bounds of a rate.
   *
   * @param successes 0 to {@code scored}
   * @param scored 0 to {@code asked}
   * @param asked at least 1
   */
  public static Bounds of(int successes, int scored, int asked) {
    Require.that(asked > 0, "a rate needs at least one item");
    Require.that(successes >= 0 && successes <= scored, "successes must be 0 to scored");
    Require.that(scored <= asked, "no more items can be scored than were asked");
    int missing = asked - scored;
    return new Bounds((double) successes / asked, (double) (successes + missing) / asked);
  }
}
