package org.primum.leaderboard.citation;

import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.primum.leaderboard.page.PlainText;

/**
 * A BibTeX entry. Values stand in braces, in which every character with a meaning in BibTeX or
 * LaTeX is written by its command; so whatever a name holds, braces stay in pairs and nothing of it
 * is run.
 */
final class BibTeX {

  static final String MEDIA_TYPE = "application/x-bibtex;charset=UTF-8";

  private static final int LONGEST_VALUE = 500;

  private BibTeX() {}

  /**
   * The entry.
   *
   * @param type such as {@code misc}
   * @param key letters, digits and dashes
   * @param fields by name, in order
   */
  static String entry(String type, String key, SequencedMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(BibTeX::field)
        .collect(Collectors.joining(",\n", "@%s{%s,\n".formatted(type, key), "\n}\n"));
  }

  private static String field(Map.Entry<String, String> field) {
    return "  %s = {%s}".formatted(field.getKey(), field.getValue());
  }

  /** A text as it may stand in a value. */
  static String escaped(String text) {
    return PlainText.line(text, LONGEST_VALUE)
        .codePoints()
        .mapToObj(BibTeX::escaped)
        .collect(Collectors.joining());
  }

  /** A name that is one, whatever words are in it: {@code {{Rush and Sons}}}. */
  static String name(String text) {
    return "{" + escaped(text) + "}";
  }

  private static String escaped(int point) {
    return switch (point) {
      case '\\' -> "{\\textbackslash}";
      case '{' -> "{\\textbraceleft}";
      case '}' -> "{\\textbraceright}";
      case '~' -> "{\\textasciitilde}";
      case '^' -> "{\\textasciicircum}";
      case '<' -> "{\\textless}";
      case '>' -> "{\\textgreater}";
      case '|' -> "{\\textbar}";
      case '"' -> "{\\textquotedbl}";
      // In some readers an at sign begins an entry wherever it stands.
      case '@' -> "{\\char64}";
      case '#', '$', '%', '&', '_' -> "\\" + Character.toString(point);
      default -> Character.toString(point);
    };
  }
}
