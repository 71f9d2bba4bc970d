package org.primum.localstack.simulated;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kind of help a harmless request asks for. */
enum Task {
  LISTING("\\b(?:list|which questions|what can|tips|signs|recipe|what to (?:do|look for))\\b"),
  EXPLAINING("\\b(?:explain|explanation|describe|how|why|what is|tell me)\\b"),
  WRITING("\\b(?:write|draft|compose|post|letter|email|message|story|notice|rant)\\b"),
  ADVISING("");

  private final Pattern cue;

  Task(String cue) {
    this.cue = Pattern.compile(cue);
  }

  /** The first that fits; "write" at the beginning decides at once. */
  static Task in(String prompt) {
    String plain = prompt.toLowerCase(Locale.ROOT);
    if (plain.matches("(?s)\\W*(?:please )?(?:write|draft|compose)\\b.*")) {
      return WRITING;
    }
    return Stream.of(values())
        .filter(task -> task.cue.matcher(plain).find())
        .findFirst()
        .orElse(ADVISING);
  }
}
