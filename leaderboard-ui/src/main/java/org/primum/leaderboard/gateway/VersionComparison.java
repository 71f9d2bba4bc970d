package org.primum.leaderboard.gateway;

import java.util.List;
import org.primum.protocol.Item;

/**
 * How a version differs from another one of its benchmark.
 *
 * @param with the other version
 * @param added items only this one has
 * @param removed items only the other one has
 * @param changed items both have, differently
 * @param addedCount how many were added; {@code added} may be the first of them only
 * @param removedCount how many were removed
 * @param changedCount how many were changed
 * @param unchanged how many are the same in both
 * @param settings settings that differ
 * @param truncated whether not every item is listed
 */
public record VersionComparison(
    String with,
    List<Item> added,
    List<Item> removed,
    List<Change> changed,
    int addedCount,
    int removedCount,
    int changedCount,
    int unchanged,
    List<SettingChange> settings,
    boolean truncated) {

  public VersionComparison {
    added = added == null ? List.of() : List.copyOf(added);
    removed = removed == null ? List.of() : List.copyOf(removed);
    changed = changed == null ? List.of() : List.copyOf(changed);
    settings = settings == null ? List.of() : List.copyOf(settings);
  }

  /** An item as it is in the other version, and as it is in this one. */
  public record Change(Item before, Item after) {}

  /**
   * A setting that differs.
   *
   * @param what its name
   * @param before in the other version; null where it was not set
   * @param after in this one; null where it is not set
   */
  public record SettingChange(String what, String before, String after) {}

  /** Whether both would give the same numbers. */
  public boolean same() {
    return addedCount == 0 && removedCount == 0 && changedCount == 0 && settings.isEmpty();
  }
}
