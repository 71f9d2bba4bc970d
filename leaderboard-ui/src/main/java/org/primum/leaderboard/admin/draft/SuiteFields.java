package org.primum.leaderboard.admin.draft;

import java.util.Collection;
import java.util.List;
import org.primum.leaderboard.admin.VersionFacts;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * The part of the settings form about the judging of one suite.
 *
 * @param suite the suite
 */
public record SuiteFields(Suite suite) {

  /** One for each suite of a draft. */
  static List<SuiteFields> of(Collection<String> suites) {
    return Suites.all().stream()
        .filter(suite -> suites.contains(suite.id()))
        .map(SuiteFields::new)
        .toList();
  }

  /** The name of one of its fields. */
  public String field(String name) {
    return SettingsForm.field(suite.id(), name);
  }

  /** What may be entered for the votes, and what the suite publishes. */
  public String votesHint() {
    return "1 to %d; published: %d".formatted(SettingsForm.MOST_VOTES, question().votes());
  }

  /** The same for the temperature. */
  public String temperatureHint() {
    return "0 to 2; published: %s. Several votes need one above 0."
        .formatted(VersionFacts.plain(question().temperature()));
  }

  /** The same for the length of a reply. */
  public String tokensHint() {
    return "Published: %d".formatted(question().maxTokens());
  }

  /** The same for the requests until a vote can be read. */
  public String requestsHint() {
    return "1 to %d, until it can be read; published: %d"
        .formatted(SettingsForm.MOST_REQUESTS, JudgingProtocol.USUAL_REQUESTS);
  }

  /** The rule that holds where the version names none. */
  public String usualRule() {
    return suite.measure().usualRule().label();
  }

  /** The question that is voted on, as the suite publishes it. */
  private Question question() {
    return suite.questions().getFirst();
  }
}
