package org.primum.gateway.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * How fast items finish of late, and how long the others will take.
 *
 * <p>The <em>window</em> is the last {@link #WINDOW}; where fewer than {@link #MANY} items finished
 * in it, it reaches back until they did, but no further than {@link #LONGEST}. The rate is the
 * items that finished in the window over its length. It is known when at least {@link #FEW} items
 * finished in at least {@link #SHORTEST}.
 *
 * <p>The time left is the items left over the rate. Its range holds the truth in about 95 of 100
 * cases: it is the time left divided and multiplied by {@code exp(1.96 s)}, where s² is the sum of
 *
 * <ul>
 *   <li>φ / n: the rate comes from n items, which come irregularly. φ is the index of dispersion,
 *       the variance of the numbers of items in ten equal parts of the window over their mean, and
 *       at least 1, that of a Poisson process (C. Cox, "Some remarks on overdispersion", Biometrika
 *       70, 1983);
 *   <li>φ / m: the m items left will come as irregularly;
 *   <li>(0.05 ln(1 + t / w))²: a pace seen for a time w says less about a time t that is longer.
 *       The factor is a rule of thumb.
 * </ul>
 *
 * <p>Not safe for several threads.
 */
final class Speed {

  static final Duration WINDOW = Duration.ofSeconds(60);
  static final Duration LONGEST = Duration.ofMinutes(15);
  static final Duration SHORTEST = Duration.ofSeconds(5);
  static final int MANY = 20;
  static final int FEW = 5;

  private static final Duration SAMPLE_EVERY = Duration.ofSeconds(1);
  private static final int PARTS = 10;
  private static final double QUANTILE = 1.96;
  private static final double DRIFT = 0.05;

  /** Beyond this nothing is said about the time left that anybody could plan with. */
  private static final double WIDEST = 20;

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, int finished) {}

  /**
   * What can be said.
   *
   * @param itemsPerMinute the rate
   * @param secondsLeft how long the others will take, and its range
   */
  record Estimate(double itemsPerMinute, long secondsLeft, long low, long high) {}

  /** What came before says nothing about what comes now. */
  void forget() {
    samples.clear();
  }

  /** Notes how many items are finished at that time; times and numbers never fall. */
  void saw(Instant now, int finished) {
    if (samples.isEmpty() || !samples.getLast().at().plus(SAMPLE_EVERY).isAfter(now)) {
      samples.addLast(new Sample(now, finished));
    }
    while (samples.size() > 1 && dispensable(now, finished)) {
      samples.removeFirst();
    }
  }

  /** Whether the window does not reach back to the first sample, because the second will do. */
  private boolean dispensable(Instant now, int finished) {
    Iterator<Sample> oldest = samples.iterator();
    oldest.next();
    Sample second = oldest.next();
    return !second.at().isAfter(now.minus(LONGEST))
        || !second.at().isAfter(now.minus(WINDOW)) && finished - second.finished() >= MANY;
  }

  /**
   * What can be said at that time.
   *
   * @param finished items that are finished
   * @param left items that are not
   * @return null while too few have finished
   */
  Estimate at(Instant now, int finished, int left) {
    if (samples.isEmpty()) {
      return null;
    }
    Sample first = samples.getFirst();
    int items = finished - first.finished();
    double seconds = Duration.between(first.at(), now).toMillis() / 1_000.0;
    if (items < FEW || seconds < SHORTEST.toSeconds()) {
      return null;
    }
    double secondsLeft = left * seconds / items;
    double factor = left == 0 ? 1 : factor(now, finished, left, secondsLeft);
    return new Estimate(
        60 * items / seconds,
        Math.round(secondsLeft),
        Math.round(secondsLeft / factor),
        Math.round(secondsLeft * factor));
  }

  private double factor(Instant now, int finished, int left, double secondsLeft) {
    Sample first = samples.getFirst();
    double items = finished - first.finished();
    double window = Duration.between(first.at(), now).toMillis() / 1_000.0;
    double dispersion = dispersion(now, finished);
    double drift = DRIFT * Math.log1p(secondsLeft / window);
    double variance = dispersion / items + dispersion / left + drift * drift;
    return Math.min(WIDEST, Math.exp(QUANTILE * Math.sqrt(variance)));
  }

  private double dispersion(Instant now, int finished) {
    Instant start = samples.getFirst().at();
    long part = Duration.between(start, now).toMillis() / PARTS;
    double mean = (double) (finished - samples.getFirst().finished()) / PARTS;
    double before = samples.getFirst().finished();
    double squares = 0;
    for (int number = 1; number <= PARTS; number++) {
      double until =
          number == PARTS ? finished : finishedAt(start.plusMillis(number * part), now, finished);
      squares += Math.pow(until - before - mean, 2);
      before = until;
    }
    return Math.max(1, squares / (PARTS - 1) / mean);
  }

  /** How many were finished at a time in the window, on a line between the two nearest samples. */
  private double finishedAt(Instant at, Instant now, int finished) {
    Sample before = samples.getFirst();
    Sample after = new Sample(now, finished);
    for (Sample sample : samples) {
      if (sample.at().isAfter(at)) {
        after = sample;
        break;
      }
      before = sample;
    }
    double whole = Duration.between(before.at(), after.at()).toMillis();
    double share = whole == 0 ? 0 : Duration.between(before.at(), at).toMillis() / whole;
    return before.finished() + share * (after.finished() - before.finished());
  }
}
