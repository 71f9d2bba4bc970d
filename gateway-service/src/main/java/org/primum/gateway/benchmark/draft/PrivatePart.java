package org.primum.gateway.benchmark.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.protocol.ContentHash;
import org.primum.protocol.Item;
import org.primum.protocol.Require;
import org.primum.protocol.validation.ItemKey;

/**
 * Chooses the items that are run and scored, and shown to administrators only. The same draft, the
 * same items and the same share always make the same choice, and nobody can foresee it who does not
 * know the draft's id.
 */
final class PrivatePart {

  /** The largest part that may be private. */
  static final double MOST = 0.5;

  private PrivatePart() {}

  /**
   * The choice, spread evenly: of each suite, category and split that share, give or take one item.
   *
   * @param share 0 to {@value #MOST}
   */
  static List<ItemKey> of(UUID draftId, List<Item> items, double share) {
    Require.that(share >= 0 && share <= MOST, "share must be 0 to " + MOST);
    TreeMap<String, List<Item>> groups =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> String.join("\0", item.suite(), item.category(), "" + item.split()),
                    TreeMap::new,
                    Collectors.toList()));
    List<ItemKey> chosen = new ArrayList<>();
    int passed = 0;
    for (List<Item> group : groups.values()) {
      passed += group.size();
      // What rounding leaves over in one group is made up for in the next.
      long due = Math.round(share * passed) - chosen.size();
      group.stream()
          .sorted(Comparator.comparing(item -> lot(draftId, item)))
          .limit(due)
          .map(item -> new ItemKey(item.suite(), item.id()))
          .forEach(chosen::add);
    }
    return chosen;
  }

  private static String lot(UUID draftId, Item item) {
    return new ContentHash()
        .add("private-part/1")
        .add(draftId)
        .add(item.suite())
        .add(item.id())
        .hex();
  }
}
