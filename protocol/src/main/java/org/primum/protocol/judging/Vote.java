package org.primum.protocol.judging;

import java.time.Instant;
import java.util.List;
import org.primum.protocol.Require;

/**
 * One judgement asked of one judge, kept as it came.
 *
 * @param judge the judge's name
 * @param number counts a judge's votes on a question, from 1
 * @param requests how often the judge was asked for this vote
 * @param raw the last reply, verbatim, cut at {@value #MAX_RAW} characters; null when none came
 * @param value what was read from it; null when unreadable
 * @param reason the judge's words, or null
 * @param problem why it is unreadable; null when it was read
 * @param judgedAt when the last reply came
 * @param question the question's id; null in votes of old, which knew only one
 * @param parts the labelled parts of the answer; null where the question is about the whole
 */
public record Vote(
    String judge,
    int number,
    int requests,
    String raw,
    Integer value,
    String reason,
    String problem,
    Instant judgedAt,
    String question,
    List<LabelledPart> parts) {

  /** Longest raw reply kept, in characters. */
  public static final int MAX_RAW = 50_000;

  public Vote {
    Require.text(judge, "judge");
    Require.that((value == null) != (problem == null), "exactly one of value and problem");
    if (raw != null && raw.length() > MAX_RAW) {
      raw = raw.substring(0, MAX_RAW);
    }
    parts = parts == null || parts.isEmpty() ? null : List.copyOf(parts);
  }

  /** A vote on the answer as a whole, on the only question there is. */
  public Vote(
      String judge,
      int number,
      int requests,
      String raw,
      Integer value,
      String reason,
      String problem,
      Instant judgedAt) {
    this(judge, number, requests, raw, value, reason, problem, judgedAt, null, null);
  }

  /** Whether it is a vote on that question. */
  public boolean on(String id) {
    return question == null || question.equals(id);
  }
}
