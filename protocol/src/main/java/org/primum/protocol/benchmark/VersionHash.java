package org.primum.protocol.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.primum.protocol.ContentHash;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;

/**
 * The content hash of a benchmark version: SHA-256 over everything that can move a number. The
 * order of the items cannot, nor can the version's name, notes, dates or canary.
 */
public final class VersionHash {

  private VersionHash() {}

  /**
   * The hash, 64 lower-case hexadecimal digits.
   *
   * @param items every item, in any order
   * @param settings how models are asked, and how often
   * @param judging the hash of the judging protocol of each suite, by suite id
   */
  public static String of(
      Collection<Item> items, VersionSettings settings, SortedMap<String, String> judging) {
    Generation generation = settings.generation();
    ContentHash hash =
        new ContentHash()
            .add("benchmark-version/2")
            .add(generation.systemPrompt())
            .add(generation.temperature())
            .add(generation.topP())
            .add(generation.maxTokens())
            .add(settings.repeats())
            .add(judging.size());
    judging.forEach((suite, protocol) -> hash.add(suite).add(protocol));
    List<Item> sorted =
        items.stream().sorted(Comparator.comparing(Item::suite).thenComparing(Item::id)).toList();
    sorted.forEach(
        item ->
            hash.add(item.suite())
                .add(item.id())
                .add(item.category())
                .add(item.split())
                .add(item.prompt())
                .add(item.document())
                .add(item.instruction())
                .add(item.part()));
    return hash.hex();
  }
}
