package org.primum.protocol.judging;

import java.util.List;
import org.primum.protocol.Require;

/**
 * What a benchmark version sets for the judging of one suite; null keeps what the suite publishes.
 * Votes and temperature apply to the suite's first question, the one that is voted on.
 *
 * @param votes how often each judge is asked about an answer
 * @param temperature of the judges
 * @param maxTokens of a judge's reply
 * @param maxRequests how often one vote is asked for until its reply can be read
 * @param rule how several judges become one verdict
 * @param judges names of this suite's judges; empty for the version's
 */
public record JudgingSettings(
    Integer votes,
    Double temperature,
    Integer maxTokens,
    Integer maxRequests,
    PanelRule rule,
    List<String> judges) {

  /** As the suite publishes it. */
  public static final JudgingSettings PUBLISHED =
      new JudgingSettings(null, null, null, null, null, List.of());

  public JudgingSettings {
    judges = judges == null ? List.of() : List.copyOf(judges);
    Require.that(votes == null || (votes > 0 && votes <= 100), "votes must be 1 to 100");
    Require.that(
        temperature == null || (temperature >= 0 && temperature <= 2),
        "temperature must be between 0 and 2");
    Require.that(
        maxTokens == null || (maxTokens > 0 && maxTokens <= 32_768),
        "maxTokens must be 1 to 32768");
    Require.that(
        maxRequests == null || (maxRequests > 0 && maxRequests <= 20),
        "maxRequests must be 1 to 20");
  }

  /** The question as these settings have it asked. */
  public Question applied(Question published, boolean first) {
    return new Question(
        published.id(),
        published.instructions(),
        first && votes != null ? votes : published.votes(),
        first && temperature != null ? temperature : published.temperature(),
        maxTokens != null && first ? maxTokens : published.maxTokens());
  }
}
