package org.primum.protocol.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.primum.protocol.ContentHash;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Question;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * The content hash of a benchmark version: SHA-256 over everything that can move a number, also
 * what the code of its suites says. The order of the items cannot, nor can the version's name,
 * notes, dates or canary.
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
    return of(items, settings, judging, Suites::of);
  }

  static String of(
      Collection<Item> items,
      VersionSettings settings,
      SortedMap<String, String> judging,
      Function<String, Suite> suites) {
    Generation generation = settings.generation();
    ContentHash hash =
        new ContentHash()
            .add("benchmark-version/3")
            .add(generation.systemPrompt())
            .add(generation.temperature())
            .add(generation.topP())
            .add(generation.maxTokens())
            .add(settings.repeats())
            .add(judging.size());
    judging.forEach(
        (suite, protocol) -> {
          hash.add(suite).add(protocol);
          addCode(hash, suites.apply(suite), generation);
        });
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

  /**
   * What no version stores because the code says it: how an item is put to the model, how votes are
   * decided, and the shape judges are held to. Another release may say it otherwise.
   */
  private static void addCode(ContentHash hash, Suite suite, Generation generation) {
    Item any = new Item("id", suite.id(), "category", null, "prompt", "document", null, null);
    ModelRequest request = suite.request(any, generation);
    hash.add(request.system()).add(request.user()).add(suite.measure().rules());
    for (Question question : suite.questions()) {
      hash.add(question.id()).add(suite.measure().replies(question.id()).schema());
    }
  }
}
