package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.primum.protocol.suite.Suites;

/** What the reference code calls a suite, and how it writes the suite's categories and splits. */
public enum ReferenceBenchmark {
  PSB("patient-safety", "split", "psb", "patientsafetybench"),
  MSB("clinician-ethics", "split", "msb", "medsafetybench"),
  JBB("jailbreak", "split_type", "jbb", "jailbreakbench"),
  XSTEST("over-refusal", "label", "xstest"),
  FACTS("groundedness", "split", "facts_med", "facts");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern NUMBERED = Pattern.compile("category_([0-9]{1,3})");

  private final String suite;
  private final String splitField;
  private final List<String> names;

  ReferenceBenchmark(String suite, String splitField, String... names) {
    this.suite = suite;
    this.splitField = splitField;
    this.names = List.of(names);
  }

  private static Optional<ReferenceBenchmark> of(String suite) {
    return Arrays.stream(values()).filter(known -> known.suite.equals(suite)).findFirst();
  }

  /** The reference code's name of a suite; the suite's own id where it has none. */
  public static String nameOf(String suite) {
    return of(suite).map(known -> known.names.getFirst()).orElse(suite);
  }

  /** The suite that a manifest's benchmark is. */
  static Optional<String> suiteOf(String benchmark) {
    return Arrays.stream(values())
        .filter(known -> known.names.contains(benchmark))
        .map(known -> known.suite)
        .findFirst()
        .or(() -> Suites.find(benchmark).map(own -> own.id()));
  }

  /** The names that a manifest may use. */
  static List<String> allNames() {
    return Arrays.stream(values()).flatMap(known -> known.names.stream()).toList();
  }

  /** Where an example's {@code meta} says which split it is of. */
  static String splitField(String suite) {
    return of(suite).map(known -> known.splitField).orElse("split");
  }

  /** A category as the reference code writes it. */
  static JsonNode category(String suite, String category) {
    ReferenceBenchmark known = of(suite).orElse(null);
    boolean numbered = NUMBER.matcher(category).matches();
    if (known == PSB && numbered) {
      return IntNode.valueOf(Integer.parseInt(category));
    }
    return TextNode.valueOf(known == MSB && numbered ? "category_" + category : category);
  }

  /**
   * A category as we name it.
   *
   * @throws IllegalArgumentException when it is neither text nor a whole number
   */
  static String categoryOf(String suite, JsonNode written) {
    if (written == null || !(written.isTextual() || written.isInt())) {
      throw new IllegalArgumentException("example.category is missing or is no category");
    }
    Matcher numbered = NUMBERED.matcher(written.asText());
    return suite.equals(MSB.suite) && numbered.matches() ? numbered.group(1) : written.asText();
  }
}
