package org.primum.protocol.validation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.primum.protocol.Item;

/** Looks at all items of a version, of every suite. */
interface Check {

  List<Finding> findings(List<Item> items);

  /** The items by suite id. */
  static SortedMap<String, List<Item>> bySuite(List<Item> items) {
    return items.stream()
        .collect(Collectors.groupingBy(Item::suite, TreeMap::new, Collectors.toList()));
  }
}
