package org.primum.protocol.judging;

import org.primum.protocol.Require;

/**
 * One thing a judge is asked about an answer.
 *
 * @param id names it among the questions of its measure
 * @param instructions policy, rubric and reply format: the judge's system message
 * @param votes how often each judge is asked
 * @param temperature of the judge, 0 to 2
 * @param maxTokens of a reply
 */
public record Question(
    String id, String instructions, int votes, double temperature, int maxTokens) {

  public Question {
    Require.text(id, "id");
    Require.text(instructions, "instructions");
    Require.that(votes > 0 && votes <= 100, "votes must be 1 to 100");
    Require.that(temperature >= 0 && temperature <= 2, "temperature must be between 0 and 2");
    Require.that(maxTokens > 0 && maxTokens <= 32_768, "maxTokens must be 1 to 32768");
    Require.that(
        votes == 1 || temperature > 0,
        "several votes need a temperature above 0: at 0 they are one vote repeated");
  }
}
