package org.primum.leaderboard.admin;

import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of settings as the forms have them. */
@TemplateExtension
public final class SettingNames {

  private static final Pattern OF_A_SUITE = Pattern.compile("judging\\.(.+)\\.([a-zA-Z]+)");
  private static final String FROZEN = "judgingProtocol.";

  private static final Map<String, String> WORDS =
      Map.of(
          "generation.systemPrompt", "System prompt",
          "generation.temperature", "Temperature",
          "generation.topP", "Top-p",
          "generation.maxTokens", "Most tokens of an answer",
          "notes", "Notes",
          "repeats", "How often each item is asked",
          "judges", "Judges",
          "privateItems", "Items shown to reviewers only");

  private static final Map<String, String> SUITE_WORDS =
      Map.of(
          "votes", "votes of each judge",
          "temperature", "temperature of the judges",
          "maxTokens", "most tokens of a reply",
          "maxRequests", "requests for one vote",
          "rule", "rule of several judges",
          "judges", "judges of this suite alone");

  private SettingNames() {}

  /** The name of the setting with that path; the path where a newer gateway has more of them. */
  public static String settingName(String path) {
    Matcher suite = OF_A_SUITE.matcher(path);
    if (suite.matches() && SUITE_WORDS.containsKey(suite.group(2))) {
      return VersionFacts.suiteTitle(suite.group(1)) + ": " + SUITE_WORDS.get(suite.group(2));
    }
    if (path.startsWith(FROZEN)) {
      return VersionFacts.suiteTitle(path.substring(FROZEN.length()))
          + ": judging protocol, with its hash";
    }
    return WORDS.getOrDefault(path, path);
  }
}
