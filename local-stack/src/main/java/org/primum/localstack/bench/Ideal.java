package org.primum.localstack.bench;

/**
 * The time an evaluation would take if nothing but the endpoints took any. The judging of one item
 * goes on while others are asked, so only that of the last items is added.
 *
 * @param items how many
 * @param latencySeconds of each call to the model
 * @param inFlight calls to the model at once
 * @param judgeLatencySeconds of each call to the judge
 * @param judgeInFlight calls to the judge at once
 */
record Ideal(
    int items, double latencySeconds, int inFlight, double judgeLatencySeconds, int judgeInFlight) {

  Ideal {
    if (items < 1 || inFlight < 1 || judgeInFlight < 1) {
      throw new IllegalArgumentException("There is no ideal of nothing.");
    }
  }

  /** Calls × latency / in flight, as if calls could be divided. */
  double even() {
    return items * latencySeconds / inFlight;
  }

  /**
   * In whole waves, with the judging of the last: what ratios are taken to. The slower of the two
   * endpoints sets the pace, and the other adds one call.
   */
  double seconds() {
    double asking = Math.ceilDiv(items, inFlight) * latencySeconds;
    double judging = Math.ceilDiv(items, judgeInFlight) * judgeLatencySeconds;
    return Math.max(asking + judgeLatencySeconds, judging + latencySeconds);
  }
}
