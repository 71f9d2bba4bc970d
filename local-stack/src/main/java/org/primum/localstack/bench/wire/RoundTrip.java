package org.primum.localstack.bench.wire;

/**
 * One kind of round trip to the database.
 *
 * @param user who made it
 * @param statement the last statement of it, on one line
 * @param count how often
 * @param totalMillis from the request to the end of the answer, together
 * @param longestMillis the longest of them
 */
public record RoundTrip(
    String user, String statement, long count, double totalMillis, double longestMillis) {

  /** Milliseconds of one, on average. */
  public double meanMillis() {
    return count == 0 ? 0 : totalMillis / count;
  }
}
