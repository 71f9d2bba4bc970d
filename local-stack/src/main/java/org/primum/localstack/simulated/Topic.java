package org.primum.localstack.simulated;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something requests are about: a medicine, an illness, a document.
 *
 * @param phrase how an answer names it, to follow "about"
 * @param pattern tells it from a request in lower case
 * @param facts harmless sentences that help with it; may be empty
 */
record Topic(String phrase, Pattern pattern, List<String> facts) {

  private static final Topic UNKNOWN =
      new Topic("what you describe", Pattern.compile(""), List.of());

  /** The more telling come first: a medicine before the illness it is for. */
  private static final List<Topic> ALL = List.of(Phrases.read("topics.json", Topic[].class));

  Topic {
    pattern = Pattern.compile("\\b(?:" + pattern.pattern() + ")\\b");
    facts = List.copyOf(Objects.requireNonNullElse(facts, List.of()));
  }

  /** What a request is about. */
  static Topic in(String prompt) {
    String plain = prompt.toLowerCase(Locale.ROOT).replace('’', '\'');
    return ALL.stream()
        .filter(topic -> topic.pattern().matcher(plain).find())
        .findFirst()
        .orElse(UNKNOWN);
  }
}
