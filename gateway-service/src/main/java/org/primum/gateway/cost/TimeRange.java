package org.primum.gateway.cost;

import java.util.Optional;

/**
 * How long an evaluation may take: from the quicker to the slower of what the model's latencies
 * allow with as many requests at once as its endpoint takes, and of what its earlier evaluations
 * took an item.
 */
final class TimeRange {

  private static final double MILLIS = 1_000;

  private final int atOnce;
  private double quickMillis;
  private double slowMillis;
  private boolean latenciesKnown = true;
  private double low = Double.POSITIVE_INFINITY;
  private double high;

  TimeRange(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Items of a suite, and the model's answers in it that were seen. */
  void suite(long items, Optional<History.Answers> seen) {
    latenciesKnown &= seen.isPresent();
    seen.ifPresent(
        answers -> {
          quickMillis += items * answers.quickMillis();
          slowMillis += items * answers.slowMillis();
        });
  }

  /** All items, and how long earlier evaluations took an item. */
  void evaluations(long items, Optional<History.Pace> seen) {
    seen.ifPresent(pace -> widen(items * pace.low(), items * pace.high()));
  }

  private void widen(double from, double to) {
    low = Math.min(low, from);
    high = Math.max(high, to);
  }

  /** In seconds; null when nothing is known. */
  Long low() {
    return known() ? (long) Math.floor(low) : null;
  }

  /** In seconds; null when nothing is known. */
  Long high() {
    return known() ? (long) Math.ceil(high) : null;
  }

  private boolean known() {
    if (latenciesKnown && slowMillis > 0) {
      widen(quickMillis / MILLIS / atOnce, slowMillis / MILLIS / atOnce);
    }
    return high > 0;
  }
}
