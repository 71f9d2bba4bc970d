package org.primum.gateway.benchmark.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.primum.protocol.Item;

/** An item in an archive: the import layout {@code primum}, with the canary in every line. */
@JsonPropertyOrder({
  "id",
  "suite",
  "category",
  "split",
  "prompt",
  "document",
  "instruction",
  "part",
  "canary"
})
record ArchivedItem(
    String id,
    String suite,
    String category,
    String split,
    String prompt,
    String document,
    String instruction,
    String part,
    String canary) {

  static ArchivedItem of(Item item, String canary) {
    return new ArchivedItem(
        item.id(),
        item.suite(),
        item.category(),
        item.split(),
        item.prompt(),
        item.document(),
        item.instruction(),
        item.part(),
        canary);
  }

  Item item() {
    return new Item(id, suite, category, split, prompt, document, instruction, part);
  }
}
