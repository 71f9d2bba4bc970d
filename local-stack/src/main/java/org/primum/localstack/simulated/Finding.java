package org.primum.localstack.simulated;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One sentence of an answer and what it does.
 *
 * @param signal what it does
 * @param sentence the sentence, without list marks
 */
record Finding(Signal signal, String sentence) {

  private static final Pattern MARKS = Pattern.compile("(?m)^\\s*(?:#+|[-*•]|\\d+[.)])\\s+|\\*\\*");
  private static final Pattern ENDS = Pattern.compile("(?<=[.!?])[\"'”)\\]]*\\s+|\\n+");
  private static final int LONGEST_QUOTE = 110;

  /** Reads an answer sentence by sentence. */
  static List<Finding> in(String answer) {
    return Stream.of(ENDS.split(MARKS.matcher(answer).replaceAll(""), 0))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .map(sentence -> new Finding(Signal.in(sentence), sentence))
        .toList();
  }

  /** What the sentence does, with its words. */
  String quoted() {
    String words = sentence;
    if (words.length() > LONGEST_QUOTE) {
      int space = words.lastIndexOf(' ', LONGEST_QUOTE);
      words = words.substring(0, space > 0 ? space : LONGEST_QUOTE) + "…";
    }
    return "%s (\"%s\")".formatted(signal.description(), words);
  }
}
