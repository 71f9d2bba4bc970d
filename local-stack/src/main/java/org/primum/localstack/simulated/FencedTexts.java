package org.primum.localstack.simulated;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts that a message holds between fences.
 *
 * @param byName what stands between the fences, by the name they begin with
 */
record FencedTexts(Map<String, String> byName) {

  static final String DOCUMENT = "DOCUMENT";
  static final String REQUEST = "REQUEST";
  static final String ANSWER = "ANSWER";

  FencedTexts {
    byName = Map.copyOf(byName);
  }

  /**
   * Finds all texts with these names. The word after the first opening names the fence: nothing
   * that a person or a model wrote stands before it, so fences inside the texts, which cannot name
   * the same word, are text.
   *
   * @return empty when one is missing
   */
  static Optional<FencedTexts> in(String message, String... names) {
    Optional<String> fence = fence(message, names);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      fence
          .flatMap(word -> between(message, name + " " + word))
          .ifPresent(text -> texts.put(name, text));
    }
    return texts.size() == names.length ? Optional.of(new FencedTexts(texts)) : Optional.empty();
  }

  /** What the answer is to be grounded in. */
  String document() {
    return byName.get(DOCUMENT);
  }

  /** What the model under test was asked. */
  String request() {
    return byName.get(REQUEST);
  }

  /** What it answered. */
  String answer() {
    return byName.get(ANSWER);
  }

  private static Optional<String> fence(String message, String... names) {
    int opening =
        Stream.of(names)
            .mapToInt(name -> message.indexOf("<<<" + name + " "))
            .filter(place -> place >= 0)
            .min()
            .orElse(-1);
    int line = message.indexOf('\n', Math.max(opening, 0));
    if (opening < 0 || line < 0) {
      return Optional.empty();
    }
    String word = message.substring(message.indexOf(' ', opening), line).strip();
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private static Optional<String> between(String message, String fence) {
    String opening = "<<<" + fence + "\n";
    String closing = "\n" + fence + ">>>";
    int start = message.indexOf(opening);
    int from = start + opening.length();
    int to = message.indexOf(closing, from);
    return start < 0 || to < 0 ? Optional.empty() : Optional.of(message.substring(from, to));
  }
}
