package org.primum.localstack.simulated;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a text, each as it stands there, without the marks of lists and headings. */
final class Sentences {

  /** A full stop ends a sentence unless it abbreviates a title. */
  private static final Pattern ENDS =
      Pattern.compile("(?<=[.!?][\"'”)\\]]{0,2})(?<!\\b(?:Dr|Mr|Ms|Mrs|Prof|St)\\.)\\s+|\\n+");

  private static final Pattern MARKS = Pattern.compile("(?m)^[ \\t]*(?:#+|[-*•]|\\d+[.)])[ \\t]+");

  private Sentences() {}

  static List<String> in(String text) {
    return ENDS.splitAsStream(MARKS.matcher(text).replaceAll(""))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /** Those that can be quoted on their own: no headings, no lists' beginnings. */
  static List<String> quotable(String document) {
    return in(document).stream().filter(sentence -> sentence.endsWith(".")).toList();
  }
}
