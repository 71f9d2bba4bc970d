package org.primum.leaderboard.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.primum.leaderboard.gateway.VersionSetup;
import org.primum.leaderboard.page.Formatting;
import org.primum.protocol.Generation;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.Question;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * A version's settings as an administrator reads them.
 *
 * @param asking how models are asked
 * @param systemPrompt the system message; null for none
 * @param judging how each suite is judged
 */
public record SettingsInWords(String asking, String systemPrompt, List<Judging> judging) {

  /**
   * How a suite is judged.
   *
   * @param suite the suite's name
   * @param judges names of its judges
   * @param words votes, temperature, limits and rule
   */
  public record Judging(String suite, List<String> judges, String words) {}

  /** The settings of a version with those suites. */
  static SettingsInWords of(VersionSetup setup, Collection<String> suites) {
    Generation generation = setup.settings().generation();
    String asking =
        "Each item is asked %s, at temperature %s and top-p %s, for an answer of at most %s."
            .formatted(
                times(setup.settings().repeats()),
                VersionFacts.plain(generation.temperature()),
                VersionFacts.plain(generation.topP()),
                tokens(generation.maxTokens()));
    return new SettingsInWords(
        asking,
        generation.systemPrompt(),
        Suites.all().stream()
            .filter(suite -> suites.contains(suite.id()))
            .map(suite -> judging(suite, setup))
            .toList());
  }

  /** Names of every judge that judges a suite of the version. */
  List<String> judges() {
    return judging.stream().flatMap(suite -> suite.judges().stream()).distinct().toList();
  }

  private static Judging judging(Suite suite, VersionSetup setup) {
    JudgingSettings settings = setup.settings().judging(suite.id());
    List<String> judges = settings.judges().isEmpty() ? setup.judges() : settings.judges();
    List<Question> questions = suite.questions();
    List<String> words = new ArrayList<>();
    for (Question question : questions) {
      boolean votedOn = question.equals(questions.getFirst());
      words.add(asked(question, votedOn ? settings : JudgingSettings.PUBLISHED, judges.size() > 1));
    }
    int requests = or(settings.maxRequests(), JudgingProtocol.USUAL_REQUESTS);
    String rule =
        judges.size() > 1
            ? " Several judges count by their %s."
                .formatted(or(settings.rule(), suite.measure().usualRule()).label())
            : "";
    return new Judging(
        suite.title(),
        judges,
        "%s. A vote is asked for %s until it can be read.%s"
            .formatted(String.join("; then ", words), upTo(requests), rule));
  }

  private static String asked(Question question, JudgingSettings settings, boolean several) {
    return "%s%s at temperature %s, replies of at most %s"
        .formatted(
            Formatting.counted(or(settings.votes(), question.votes()), "vote"),
            several ? " each" : "",
            VersionFacts.plain(or(settings.temperature(), question.temperature())),
            tokens(or(settings.maxTokens(), question.maxTokens())));
  }

  private static <T> T or(T set, T published) {
    return set == null ? published : set;
  }

  private static String upTo(int requests) {
    return requests == 1 ? "once, not again," : "up to %d times".formatted(requests);
  }

  private static String times(int repeats) {
    return repeats == 1 ? "once" : repeats + " times";
  }

  private static String tokens(int most) {
    return Formatting.grouped(most) + (most == 1 ? " token" : " tokens");
  }
}
