package org.primum.leaderboard.admin.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.primum.leaderboard.gateway.VersionComparison.Change;
import org.primum.protocol.Item;

/**
 * An item that both versions have, differently.
 *
 * @param item as it is in the version that is looked at
 * @param fields what differs
 */
public record ItemChange(Item item, List<FieldChange> fields) {

  /** One field of the item, word by word. */
  public record FieldChange(String name, WordDifference difference) {}

  static ItemChange of(Change change) {
    Item before = change.before();
    Item after = change.after();
    List<FieldChange> fields = new ArrayList<>();
    compare(fields, "Category", before.category(), after.category());
    compare(fields, "Split", before.split(), after.split());
    compare(fields, "Part", part(before), part(after));
    compare(fields, "Prompt", before.prompt(), after.prompt());
    compare(fields, "Document", before.document(), after.document());
    compare(fields, "Instruction", before.instruction(), after.instruction());
    return new ItemChange(after, List.copyOf(fields));
  }

  private static String part(Item item) {
    return item.hidden() ? "private" : "public";
  }

  private static void compare(List<FieldChange> fields, String name, String before, String after) {
    if (!Objects.equals(before, after)) {
      fields.add(
          new FieldChange(
              name,
              WordDifference.between(
                  Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(after, ""))));
    }
  }
}
