package org.primum.leaderboard.item;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which items of an evaluation a reader wants to see; an empty text means all.
 *
 * @param suite a suite's id
 * @param category a category's id
 * @param verdict a verdict's label, or {@value #FAILED}
 */
public record ItemFilter(String suite, String category, String verdict) {

  /** Stands for every item without a verdict. */
  public static final String FAILED = "failed";

  /** Before a kind of failure: items that failed for that reason. */
  static final String FAILED_BY = FAILED + ":";

  public ItemFilter {
    suite = clean(suite);
    category = clean(category);
    verdict = clean(verdict);
  }

  /** Whether items without a verdict are wanted. */
  public boolean onlyFailed() {
    return FAILED.equals(verdict);
  }

  /** The kind of failure that is wanted, as the read model has it; null for none in particular. */
  String failure() {
    return verdict.startsWith(FAILED_BY)
        ? verdict.substring(FAILED_BY.length()).replace('-', '_')
        : null;
  }

  /** Whether anything is left out. */
  public boolean narrows() {
    return !(suite.isEmpty() && category.isEmpty() && verdict.isEmpty());
  }

  /** As the query of an address, with the page number. */
  public String query(int page) {
    return "?suite=%s&category=%s&verdict=%s&page=%d"
        .formatted(encoded(suite), encoded(category), encoded(verdict), page);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** PostgreSQL takes no NUL in a text. */
  private static String clean(String value) {
    return value == null ? "" : value.strip().replace("\0", "");
  }
}
