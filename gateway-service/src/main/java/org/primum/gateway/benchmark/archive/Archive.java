package org.primum.gateway.benchmark.archive;

import java.util.List;
import org.primum.protocol.Item;

/**
 * What was read from an archive, and found to be whole.
 *
 * @param items of all suites, each suite's in order
 */
record Archive(Manifest manifest, List<Item> items) {

  /** The manifest's entry, the first. */
  static final String MANIFEST = "manifest.json";

  /** The entry of the checksums, the last; in the layout that {@code sha256sum -c} reads. */
  static final String SUMS = "SHA256SUMS";

  Archive {
    items = List.copyOf(items);
  }

  /** The entry of a suite's items. */
  static String entryOf(String suite) {
    return "items/" + suite + ".jsonl";
  }
}
