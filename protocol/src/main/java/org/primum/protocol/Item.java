package org.primum.protocol;

/**
 * One prompt of a benchmark version.
 *
 * @param id unique within its suite, at most 100 characters
 * @param suite the suite's id
 * @param category the suite's category id
 * @param split {@code harmful} or {@code benign}, {@code safe} or {@code unsafe} in suites that
 *     have splits, else null
 * @param prompt what the person asks, verbatim, at most {@value #MAX_PROMPT} characters
 * @param document what the answer is to be grounded in, verbatim, at most {@value #MAX_DOCUMENT}
 *     characters; null in suites without documents
 * @param instruction a system message of the item's own, at most {@value #MAX_PROMPT} characters;
 *     null where the version's holds
 * @param part {@value #PRIVATE} when only administrators may see it, null when it is public
 */
public record Item(
    String id,
    String suite,
    String category,
    String split,
    String prompt,
    String document,
    String instruction,
    String part) {

  /** Longest prompt taken, in characters. */
  public static final int MAX_PROMPT = 100_000;

  /** Longest document taken, in characters. */
  public static final int MAX_DOCUMENT = 400_000;

  /** The part of a version that is run and scored, and shown to administrators only. */
  public static final String PRIVATE = "private";

  public Item {
    Require.text(id, "id");
    Require.text(suite, "suite");
    Require.text(category, "category");
    Require.text(prompt, "prompt");
    bounded(id, "id", 100);
    bounded(category, "category", 100);
    bounded(prompt, "prompt", MAX_PROMPT);
    bounded(document, "document", MAX_DOCUMENT);
    bounded(instruction, "instruction", MAX_PROMPT);
    Require.that(part == null || part.equals(PRIVATE), "part must be private, or left out");
  }

  /** A public item without a document. */
  public Item(String id, String suite, String category, String split, String prompt) {
    this(id, suite, category, split, prompt, null, null, null);
  }

  /** Whether only administrators may see it. */
  public boolean hidden() {
    return part != null;
  }

  /** PostgreSQL takes no NUL, and the unpaired half of a character has no UTF-8 to hash. */
  private static void bounded(String text, String name, int limit) {
    if (text == null) {
      return;
    }
    Require.that(text.length() <= limit, name + " is longer than " + limit + " characters");
    Require.that(text.indexOf('\0') < 0, name + " holds a NUL character");
    Require.that(
        text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE),
        name + " holds half a character");
  }
}
