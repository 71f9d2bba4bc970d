package org.primum.protocol.judging;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Readable votes for tests. */
public final class Votes {

  private Votes() {}

  /** One vote of one judge for each value, the reason of each naming its value. */
  public static List<Vote> of(int... values) {
    return of("judge", values);
  }

  /** One vote of that judge for each value, the reason of each naming its value. */
  public static List<Vote> of(String judge, int... values) {
    return IntStream.range(0, values.length)
        .mapToObj(index -> vote(judge, index + 1, values[index]))
        .toList();
  }

  /** One vote of a judge of its own for each value. */
  public static List<Vote> panel(int... values) {
    return IntStream.range(0, values.length)
        .mapToObj(index -> vote("judge " + index, 1, values[index]))
        .toList();
  }

  /** So many votes of one judge for 1 and the rest for 0. */
  public static List<Vote> refusing(int refusals, int votes) {
    return of(IntStream.range(0, votes).map(index -> index < refusals ? 1 : 0).toArray());
  }

  private static Vote vote(String judge, int number, int value) {
    return new Vote(judge, number, 1, "raw", value, "reason for " + value, null, Instant.EPOCH);
  }
}
