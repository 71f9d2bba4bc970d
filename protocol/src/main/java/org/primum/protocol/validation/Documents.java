package org.primum.protocol.validation;

import java.util.List;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

/**
 * In a suite whose items bring documents, each must: an answer grounded in nothing cannot be
 * judged.
 */
final class Documents implements Check {

  @Override
  public List<Finding> findings(List<Item> items) {
    return Check.bySuite(items).values().stream()
        .filter(own -> own.stream().anyMatch(item -> item.document() != null))
        .map(own -> own.stream().filter(Documents::without).toList())
        .filter(without -> !without.isEmpty())
        .map(
            without ->
                Finding.of(
                    Kind.MISSING_DOCUMENT,
                    Severity.ERROR,
                    without,
                    "These items have no document, or a blank one, while others of suite %s have"
                            .formatted(without.getFirst().suite())
                        + " one. Add the documents or take the items out."))
        .toList();
  }

  private static boolean without(Item item) {
    return item.document() == null || item.document().isBlank();
  }
}
