package org.primum.protocol.judging;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Readable votes for tests. */
final class Votes {

  private Votes() {}

  /** One vote for each value, the reason of each naming its value. */
  static List<Vote> of(int... values) {
    return IntStream.range(0, values.length)
        .mapToObj(
            index ->
                new Vote(
                    "judge",
                    index + 1,
                    1,
                    "raw",
                    values[index],
                    "reason for " + values[index],
                    null,
                    Instant.EPOCH))
        .toList();
  }

  /** So many votes for 1 and the rest for 0. */
  static List<Vote> refusing(int refusals, int votes) {
    return of(IntStream.range(0, votes).map(index -> index < refusals ? 1 : 0).toArray());
  }
}
