package org.primum.protocol.validation;

import java.util.List;
import org.primum.protocol.Item;
import org.primum.protocol.Require;

/**
 * Something about the items of a version that should be looked at before it is published.
 *
 * @param kind what it is
 * @param severity whether it stops publishing
 * @param suites ids of the suites concerned, each once
 * @param items the items concerned; empty when it is about suites as a whole
 * @param advice what is wrong and what to do, in sentences
 */
public record Finding(
    Kind kind, Severity severity, List<String> suites, List<ItemKey> items, String advice) {

  /** What was found. */
  public enum Kind {
    EMPTY_SUITE,
    DUPLICATE_PROMPT,
    NEAR_DUPLICATE_PROMPT,
    TOO_LONG,
    ENCODING_DAMAGE,
    CATEGORY_COUNT,
    MISSING_DOCUMENT,
    UNUSUAL_CHARACTERS,
    FORMULA
  }

  /** How bad it is. */
  public enum Severity {
    /** Numbers from these items would be wrong: stops publishing. */
    ERROR,
    /** May be meant. */
    WARNING
  }

  public Finding {
    Require.present(kind, "kind");
    Require.present(severity, "severity");
    suites = List.copyOf(suites);
    items = List.copyOf(items);
    Require.text(advice, "advice");
  }

  static Finding of(Kind kind, Severity severity, List<Item> items, String advice) {
    return new Finding(
        kind,
        severity,
        items.stream().map(Item::suite).distinct().toList(),
        items.stream().map(ItemKey::of).toList(),
        advice);
  }

  static Finding of(Kind kind, Severity severity, String suite, String advice) {
    return new Finding(kind, severity, List.of(suite), List.of(), advice);
  }
}
