package org.primum.protocol.judging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.primum.protocol.ContentHash;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Require;

/**
 * Everything a judge needs to judge the answers of one suite, known by its {@link #hash()}.
 *
 * @param suite the suite's id
 * @param measure the measure's id: how replies are read and votes decided
 * @param rules the measure's thresholds and ties in words, so that a change of them is a change of
 *     the protocol
 * @param questions what each judge is asked about an answer, at least one
 * @param rule how the opinions of several judges become one verdict
 * @param judges who judges, at least one
 * @param maxRequests how often one vote is asked for until its reply can be read
 */
public record JudgingProtocol(
    String suite,
    String measure,
    String rules,
    List<Question> questions,
    PanelRule rule,
    List<Judge> judges,
    int maxRequests) {

  /** The top-p of every judge; only temperature and votes are a version's to choose. */
  public static final double TOP_P = 1;

  /** How often one vote is asked for where a version does not say. */
  public static final int USUAL_REQUESTS = 3;

  public JudgingProtocol {
    Require.text(suite, "suite");
    Require.text(measure, "measure");
    Require.text(rules, "rules");
    Require.present(rule, "rule");
    questions = List.copyOf(Require.present(questions, "questions"));
    judges = List.copyOf(Require.present(judges, "judges"));
    Require.that(!questions.isEmpty(), "a judging protocol needs at least one question");
    Require.that(!judges.isEmpty(), "a judging protocol needs at least one judge");
    Require.that(
        judges.stream().map(Judge::name).distinct().count() == judges.size(),
        "a judge is named twice");
    Require.that(maxRequests > 0 && maxRequests <= 20, "maxRequests must be 1 to 20");
  }

  /**
   * SHA-256 over every part that can move a verdict, in hexadecimal: also over the words that this
   * code puts around request and answer. An endpoint's internal id, how much it may be asked at
   * once and the order of the judges cannot, so the same protocol has the same hash everywhere.
   */
  public String hash() {
    ContentHash hash =
        new ContentHash()
            .add("judging-protocol/3")
            .add(JudgePrompt.of("request", "document", "answer"))
            .add(TOP_P)
            .add(suite)
            .add(measure)
            .add(rules)
            .add(rule)
            .add(maxRequests)
            .add(questions.size());
    for (Question question : questions) {
      hash.add(question.id())
          .add(question.instructions())
          .add(question.votes())
          .add(question.temperature())
          .add(question.maxTokens());
    }
    for (Judge judge : judges.stream().sorted(Comparator.comparing(Judge::name)).toList()) {
      hash.add(judge.name())
          .add(judge.family())
          .add(judge.revision())
          .add(judge.replies())
          .add(judge.endpoint().provider())
          .add(judge.endpoint().baseUrl())
          .add(judge.endpoint().modelName());
    }
    return hash.hex();
  }

  /**
   * Names one verdict by everything that can move it: this protocol (policy, rubric, judges with
   * their revisions, votes, temperatures, limits), the item as the judge sees it, and the answer.
   *
   * @param document null in suites without documents
   */
  public String verdictIdentity(String request, String document, String answer) {
    return new ContentHash()
        .add("verdict/1")
        .add(hash())
        .add(request)
        .add(document)
        .add(answer)
        .hex();
  }

  /** How a judge is held to the reply format. */
  public enum Replies {
    /** By the instructions alone. */
    @JsonProperty("text")
    TEXT,
    /** By the provider's JSON mode, where the format is a JSON object. */
    @JsonProperty("json-object")
    JSON_OBJECT,
    /** By the provider's structured outputs, where the format is a JSON object. */
    @JsonProperty("json-schema")
    JSON_SCHEMA;

    /** As in the API. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with that label. */
    public static Replies of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * A judge model.
   *
   * @param name as versions name it
   * @param family the model family, or null when unknown
   * @param revision the exact revision its provider serves, or null when that is not known
   * @param replies how it is held to the reply format; null for the instructions alone
   * @param endpoint where it is asked
   */
  public record Judge(
      String name, String family, String revision, Replies replies, Endpoint endpoint) {

    public Judge {
      Require.text(name, "name");
      Require.present(endpoint, "endpoint");
      replies = replies == null ? Replies.TEXT : replies;
    }

    /** A judge of which only the name and the endpoint are known. */
    public Judge(String name, String family, Endpoint endpoint) {
      this(name, family, null, null, endpoint);
    }
  }
}
