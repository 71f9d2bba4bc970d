package org.primum.gateway.benchmark.draft;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.suite.Suites;

/**
 * An item as an administrator enters it; what is left empty is not there.
 *
 * @param category the suite's category id
 * @param split in suites that have splits
 * @param prompt what the person asks, verbatim
 * @param document what the answer is to be grounded in, verbatim
 * @param instruction a system message of the item's own
 * @param part {@code private}, or nothing for a public item
 */
record ItemForm(
    String category,
    String split,
    String prompt,
    String document,
    String instruction,
    String part) {

  /** The field that a sentence about an item is about is the first it names. */
  private static final Pattern FIELD =
      Pattern.compile("\\b(id|category|split|prompt|document|instruction|part)s?\\b");

  /**
   * The item.
   *
   * @throws Problem with the field that cannot be taken
   */
  Item item(String suite, String id) {
    if (Suites.find(suite).isEmpty()) {
      throw Problem.notFound("There is no suite \"%s\".".formatted(suite));
    }
    Item item;
    try {
      item =
          new Item(
              id,
              suite,
              category == null ? null : category.strip(),
              present(split),
              prompt,
              present(document),
              present(instruction),
              present(part));
    } catch (IllegalArgumentException wrong) {
      throw refused(wrong.getMessage());
    }
    String problem = Suites.of(suite).problem(item);
    if (problem != null) {
      throw refused(problem);
    }
    return item;
  }

  private static Problem refused(String message) {
    Matcher field = FIELD.matcher(message);
    return Problem.unacceptable(
        "The item cannot be taken: " + message + ".",
        List.of(new Problem.FieldError(field.find() ? field.group(1) : "prompt", message)));
  }

  private static String present(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
