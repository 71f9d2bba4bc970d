package org.primum.protocol.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.primum.protocol.Item;
import org.primum.protocol.validation.NearDuplicates.Pair;

class NearDuplicatesTest {

  /** Twelve words make ten runs; the last word is in one of them: 9 shared of 11. */
  @Test
  void giveTheShareOfEqualRuns() {
    List<Item> items =
        ItemsOf.prompts(
            "May I take one more of the blue pills before I sleep?",
            "May I take one more of the blue pills before I drive?",
            "Something else altogether that nobody has asked here before");

    List<Pair> pairs = NearDuplicates.pairs(items);

    assertThat(pairs)
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.first()).isEqualTo(items.get(0));
              assertThat(pair.second()).isEqualTo(items.get(1));
              assertThat(pair.similarity()).isCloseTo(9.0 / 11, within(1e-15));
            });
  }

  @Test
  void areFoundAcrossSuites() {
    List<Item> items =
        List.of(
            ItemsOf.item("a", "patient-safety", "1", "How much of it is too much for a child?"),
            ItemsOf.item("b", "clinician-ethics", "1", "How much of it is too much, for a child"));

    List<Pair> pairs = NearDuplicates.pairs(items);

    assertThat(pairs).containsExactly(new Pair(items.get(0), items.get(1), 1));
  }

  @Test
  void areNoneWhereDocumentsDiffer() {
    List<Item> items =
        List.of(
            ItemsOf.withDocument("a", "What does the text say about the dose?", "Twice a day."),
            ItemsOf.withDocument("b", "What does the text say about the dose?", "Once a day."),
            ItemsOf.withDocument("c", "What does the text say about the dose!", "Once a day."));

    List<Pair> pairs = NearDuplicates.pairs(items);

    assertThat(pairs).containsExactly(new Pair(items.get(1), items.get(2), 1));
  }

  @Test
  void areNoneAmongPromptsWithoutWords() {
    List<Pair> pairs = NearDuplicates.pairs(ItemsOf.prompts("?!", "!?", "..."));

    assertThat(pairs).isEmpty();
  }

  /** The exhaustive comparison of all pairs, with Java's own sets. */
  @Property(tries = 300)
  void areAllPairsThatAnExhaustiveSearchFinds(
      @ForAll @Size(max = 30)
          List<@StringLength(min = 1, max = 14) @CharRange(from = 'a', to = 'c') String> letters) {
    List<Item> items =
        ItemsOf.prompts(
            letters.stream()
                .map(word -> String.join(" ", word.split("", -1)))
                .toArray(String[]::new));

    List<Pair> pairs = NearDuplicates.pairs(items);

    assertThat(pairs.stream().map(pair -> List.of(pair.first().id(), pair.second().id())))
        .containsExactlyInAnyOrderElementsOf(exhaustive(items));
  }

  @Test
  void endAtALimit() {
    String[] prompts =
        IntStream.range(0, 100)
            .mapToObj(index -> "One and the same long enough template of a prompt, number " + index)
            .toArray(String[]::new);

    List<Pair> pairs = NearDuplicates.pairs(ItemsOf.prompts(prompts));

    assertThat(pairs).hasSize(NearDuplicates.MAX_PAIRS);
  }

  /** Takes a second or two; an exhaustive search would compare 50 million pairs. */
  @Test
  @Timeout(60)
  void areFoundAmongTenThousandLongPrompts() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    List<String> prompts = new ArrayList<>();
    for (int prompt = 0; prompt < 9_950; prompt++) {
      prompts.add(
          IntStream.range(0, 200)
              .mapToObj(word -> "w" + (int) Math.pow(random.nextDouble() * 30, 3))
              .collect(Collectors.joining(" ")));
    }
    for (int copy = 0; copy < 50; copy++) {
      prompts.add(prompts.get(100 * copy) + " and a few words more");
    }

    List<Pair> pairs = NearDuplicates.pairs(ItemsOf.prompts(prompts.toArray(String[]::new)));

    assertThat(pairs.stream().map(pair -> List.of(pair.first().id(), pair.second().id())))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 50)
                .mapToObj(
                    copy -> List.of(Integer.toString(100 * copy), Integer.toString(9_950 + copy)))
                .toList());
  }

  private static List<List<String>> exhaustive(List<Item> items) {
    List<List<String>> pairs = new ArrayList<>();
    for (int first = 0; first < items.size(); first++) {
      for (int second = first + 1; second < items.size(); second++) {
        Set<Long> one = shingles(items.get(first));
        Set<Long> other = shingles(items.get(second));
        Set<Long> all = new HashSet<>(one);
        all.addAll(other);
        one.retainAll(other);
        if (one.size() * 5 >= all.size() * 4) {
          pairs.add(List.of(items.get(first).id(), items.get(second).id()));
        }
      }
    }
    return pairs;
  }

  private static Set<Long> shingles(Item item) {
    return Arrays.stream(Shingles.of(item.prompt()))
        .boxed()
        .collect(Collectors.toCollection(HashSet::new));
  }
}
