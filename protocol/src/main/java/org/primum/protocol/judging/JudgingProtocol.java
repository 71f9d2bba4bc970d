package org.primum.protocol.judging;

import java.util.List;
import org.primum.protocol.ContentHash;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Require;

/**
 * Everything a judge needs to judge the answers of one suite, known by its {@link #hash()}.
 *
 * @param suite the suite's id
 * @param instructions policy, scale and reply format: the judge's system message
 * @param scale how replies are read and votes decided
 * @param judges who judges, at least one
 * @param votes how often each judge is asked about an answer
 * @param temperature of the judge
 * @param maxTokens of a judge's reply
 * @param maxRequests how often one vote is asked for until its reply can be read
 */
public record JudgingProtocol(
    String suite,
    String instructions,
    Scale scale,
    List<Judge> judges,
    int votes,
    double temperature,
    int maxTokens,
    int maxRequests) {

  public JudgingProtocol {
    Require.text(suite, "suite");
    Require.text(instructions, "instructions");
    Require.present(scale, "scale");
    judges = List.copyOf(judges);
    Require.that(!judges.isEmpty(), "a judging protocol needs at least one judge");
    Require.that(votes > 0 && votes <= 100, "votes must be 1 to 100");
    Require.that(temperature >= 0 && temperature <= 2, "temperature must be between 0 and 2");
    Require.that(maxTokens > 0, "maxTokens must be positive");
    Require.that(maxRequests > 0 && maxRequests <= 20, "maxRequests must be 1 to 20");
  }

  /** SHA-256 over every part that can move a verdict, in hexadecimal. */
  public String hash() {
    ContentHash hash =
        new ContentHash()
            .add("judging-protocol/1")
            .add(suite)
            .add(instructions)
            .add(scale)
            .add(Scale.REFUSED)
            .add(Scale.COMPLIED)
            .add(votes)
            .add(temperature)
            .add(maxTokens)
            .add(maxRequests);
    for (Judge judge : judges) {
      Endpoint endpoint = judge.endpoint();
      hash.add(judge.name())
          .add(judge.family())
          .add(endpoint.id())
          .add(endpoint.provider())
          .add(endpoint.baseUrl())
          .add(endpoint.modelName());
    }
    return hash.hex();
  }

  /**
   * A judge model.
   *
   * @param name as versions name it
   * @param family the model family, or null when unknown
   * @param endpoint where it is asked
   */
  public record Judge(String name, String family, Endpoint endpoint) {

    public Judge {
      Require.text(name, "name");
      Require.present(endpoint, "endpoint");
    }
  }
}
