package org.primum.gateway.benchmark;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.primum.protocol.Item;

/**
 * Items of one suite, category and split: what one file of a data set in several files holds.
 *
 * @param split null in suites without splits
 */
public record ItemGroup(String suite, String category, String split) {

  /** The groups these items are of. */
  public static Set<ItemGroup> of(Collection<Item> items) {
    return items.stream()
        .map(item -> new ItemGroup(item.suite(), item.category(), item.split()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
