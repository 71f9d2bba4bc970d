package org.primum.protocol.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.primum.protocol.Item;

/** Items for the tests of this package. */
final class ItemsOf {

  private ItemsOf() {}

  /** Items of one suite and category with these prompts; ids count from 0. */
  static List<Item> prompts(String... prompts) {
    return IntStream.range(0, prompts.length)
        .mapToObj(index -> item(Integer.toString(index), "patient-safety", "1", prompts[index]))
        .toList();
  }

  static Item item(String id, String suite, String category, String prompt) {
    return new Item(id, suite, category, null, prompt);
  }

  static Item withDocument(String id, String prompt, String document) {
    return new Item(id, "patient-safety", "1", null, prompt, document, null, null);
  }
}
