package org.primum.protocol.validation;

import org.primum.protocol.Item;
import org.primum.protocol.Require;

/**
 * Which item a finding is about.
 *
 * @param suite the suite's id
 * @param id the item's id within it
 */
public record ItemKey(String suite, String id) {

  public ItemKey {
    Require.text(suite, "suite");
    Require.text(id, "id");
  }

  static ItemKey of(Item item) {
    return new ItemKey(item.suite(), item.id());
  }
}
