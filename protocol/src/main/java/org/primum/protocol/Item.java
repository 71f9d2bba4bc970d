package org.primum.protocol;

/**
 * One prompt of a benchmark version.
 *
 * @param id unique within its suite, at most 100 characters
 * @param suite the suite's id
 * @param category the suite's category id
 * @param split {@code harmful} or {@code benign} in suites that have splits, else null
 * @param prompt what the model is asked, verbatim, at most {@value #MAX_PROMPT} characters
 */
public record Item(String id, String suite, String category, String split, String prompt) {

  /** Longest prompt taken, in characters. */
  public static final int MAX_PROMPT = 100_000;

  public Item {
    Require.text(id, "id");
    Require.text(suite, "suite");
    Require.text(category, "category");
    Require.text(prompt, "prompt");
    Require.that(id.length() <= 100, "id is longer than 100 characters");
    Require.that(category.length() <= 100, "category is longer than 100 characters");
    Require.that(
        prompt.length() <= MAX_PROMPT, "prompt is longer than " + MAX_PROMPT + " characters");
    storable(id, "id");
    storable(category, "category");
    storable(prompt, "prompt");
  }

  /** PostgreSQL takes neither, and the unpaired half of a character has no UTF-8 to hash. */
  private static void storable(String text, String name) {
    Require.that(text.indexOf('\0') < 0, name + " holds a NUL character");
    Require.that(
        text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE),
        name + " holds half a character");
  }
}
