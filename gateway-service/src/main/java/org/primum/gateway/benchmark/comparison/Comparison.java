package org.primum.gateway.benchmark.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.primum.protocol.Item;
import org.primum.protocol.validation.ItemKey;

/**
 * What is different between the items and settings of two versions.
 *
 * @param with the version compared with; what it has is <em>before</em>
 * @param added items that only this version has, the first {@value #MOST_SHOWN}
 * @param removed items that only the other has, the first {@value #MOST_SHOWN}
 * @param changed items that both have, with other content, the first {@value #MOST_SHOWN}
 * @param unchanged how many items are the same in both
 * @param addedCount how many were added in all
 * @param removedCount how many were removed in all
 * @param changedCount how many were changed in all
 * @param settings what is set in another way
 * @param truncated whether there are more items than are shown
 */
record Comparison(
    String with,
    List<Item> added,
    List<Item> removed,
    List<Change> changed,
    int unchanged,
    int addedCount,
    int removedCount,
    int changedCount,
    List<SettingsDifference> settings,
    boolean truncated) {

  static final int MOST_SHOWN = 500;

  /** An item, as it was and as it is. */
  record Change(Item before, Item after) {}

  /**
   * Compares.
   *
   * @param with the version compared with
   * @param before its items
   * @param after the items of this version
   */
  static Comparison of(
      String with, List<Item> before, List<Item> after, List<SettingsDifference> settings) {
    Map<ItemKey, Item> left = new LinkedHashMap<>();
    before.forEach(item -> left.put(key(item), item));
    List<Item> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    int unchanged = 0;
    for (Item item : after) {
      Item earlier = left.remove(key(item));
      if (earlier == null) {
        added.add(item);
      } else if (earlier.equals(item)) {
        unchanged++;
      } else {
        changed.add(new Change(earlier, item));
      }
    }
    List<Item> removed = List.copyOf(left.values());
    return new Comparison(
        with,
        first(added),
        first(removed),
        first(changed),
        unchanged,
        added.size(),
        removed.size(),
        changed.size(),
        settings,
        Math.max(added.size(), Math.max(removed.size(), changed.size())) > MOST_SHOWN);
  }

  private static ItemKey key(Item item) {
    return new ItemKey(item.suite(), item.id());
  }

  private static <T> List<T> first(List<T> all) {
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST_SHOWN)));
  }
}
