package org.primum.localstack.bench.endpoint;

/**
 * What the endpoint has seen of one model since it was last reset.
 *
 * @param calls all calls
 * @param answered those that got a whole answer
 * @param refused those that got status 429
 * @param failed those that got status 500 or 503
 * @param broken those that hung, were cut or were reset
 * @param mostAtOnce most calls that were open at the same time
 * @param firstCallAt when the first came, in milliseconds of the epoch; 0 without any
 * @param lastCallAt when the last came
 * @param lastAnswerAt when the last answer went out
 */
public record ModelFigures(
    long calls,
    long answered,
    long refused,
    long failed,
    long broken,
    int mostAtOnce,
    long firstCallAt,
    long lastCallAt,
    long lastAnswerAt) {

  /** Nothing seen. */
  public static final ModelFigures NONE = new ModelFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Seconds from the first call to the last answer. */
  public double seconds() {
    return Math.max(0, lastAnswerAt - firstCallAt) / 1_000.0;
  }
}
