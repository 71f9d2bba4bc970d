package org.primum.protocol.scoring;

import org.primum.protocol.FailureKind;
import org.primum.protocol.Require;

/**
 * What metrics need to know of one item.
 *
 * @param suite the suite's id
 * @param category the category's id
 * @param split the split, or null
 * @param label the verdict's label, or null
 * @param failure why there is no verdict, or null; both null while the item is not finished
 */
public record ItemOutcome(
    String suite, String category, String split, String label, FailureKind failure) {

  public ItemOutcome {
    Require.text(suite, "suite");
    Require.text(category, "category");
    Require.that(label == null || failure == null, "a verdict and a failure exclude each other");
  }

  /** Whether there is a verdict. */
  public boolean scored() {
    return label != null;
  }
}
