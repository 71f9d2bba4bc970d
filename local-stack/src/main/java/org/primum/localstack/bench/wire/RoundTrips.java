package org.primum.localstack.bench.wire;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts round trips by who made them and what they were for. */
final class RoundTrips {

  private static final double NANOS_PER_MILLI = 1e6;

  private record Kind(String user, String statement) {}

  private static final class Tally {
    private long count;
    private long nanos;
    private long longest;
  }

  private final Map<Kind, Tally> tallies = new HashMap<>();

  synchronized void add(String user, String statement, long nanos) {
    Tally tally = tallies.computeIfAbsent(new Kind(user, statement), kind -> new Tally());
    tally.count++;
    tally.nanos += nanos;
    tally.longest = Math.max(tally.longest, nanos);
  }

  synchronized void forget() {
    tallies.clear();
  }

  /** Each kind, the one that took most time first. */
  synchronized List<RoundTrip> kinds() {
    return tallies.entrySet().stream()
        .map(
            entry ->
                new RoundTrip(
                    entry.getKey().user(),
                    entry.getKey().statement(),
                    entry.getValue().count,
                    entry.getValue().nanos / NANOS_PER_MILLI,
                    entry.getValue().longest / NANOS_PER_MILLI))
        .sorted(Comparator.comparingDouble(RoundTrip::totalMillis).reversed())
        .toList();
  }
}
