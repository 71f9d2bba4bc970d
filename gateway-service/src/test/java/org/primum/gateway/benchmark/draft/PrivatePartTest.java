package org.primum.gateway.benchmark.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.primum.protocol.Item;
import org.primum.protocol.validation.ItemKey;

class PrivatePartTest {

  private static final UUID DRAFT = UUID.fromString("3f1de7a4-6a0f-4f4f-8a6e-5d9f3f0a0001");

  @Property(tries = 200)
  void theShareIsMetInAllAndInEachGroup(
      @ForAll("items") List<Item> items, @ForAll @DoubleRange(max = 0.5) double share) {
    List<ItemKey> chosen = PrivatePart.of(DRAFT, items, share);

    assertThat(chosen).doesNotHaveDuplicates().hasSize((int) Math.round(share * items.size()));
    Map<String, Long> groups =
        items.stream().collect(Collectors.groupingBy(this::group, Collectors.counting()));
    Map<String, Long> hidden =
        items.stream()
            .filter(item -> chosen.contains(new ItemKey(item.suite(), item.id())))
            .collect(Collectors.groupingBy(this::group, Collectors.counting()));
    groups.forEach(
        (group, size) ->
            assertThat(Math.abs(hidden.getOrDefault(group, 0L) - share * size))
                .as(group)
                .isLessThanOrEqualTo(1));
  }

  @Property(tries = 100)
  void theChoiceIsTheSameEachTimeAndWhateverTheOrder(
      @ForAll("items") List<Item> items, @ForAll @DoubleRange(max = 0.5) double share) {
    List<ItemKey> first = PrivatePart.of(DRAFT, items, share);

    List<ItemKey> again = PrivatePart.of(DRAFT, new ArrayList<>(items).reversed(), share);

    assertThat(again).containsExactlyInAnyOrderElementsOf(first);
  }

  @Property(tries = 20)
  void anotherDraftHasAnotherChoice(@ForAll long id) {
    UUID other = new UUID(id, id);
    List<Item> items =
        IntStream.range(0, 200)
            .mapToObj(at -> new Item("i" + at, "patient-safety", "1", null, "Prompt " + at))
            .toList();

    List<ItemKey> chosen = PrivatePart.of(other, items, 0.5);

    assertThat(chosen).isNotEqualTo(PrivatePart.of(DRAFT, items, 0.5));
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return Combinators.combine(
            Arbitraries.of("patient-safety", "jailbreak"),
            Arbitraries.of("1", "2", "3"),
            Arbitraries.of("harmful", "benign"))
        .as(List::of)
        .list()
        .ofMaxSize(120)
        .map(
            kinds ->
                IntStream.range(0, kinds.size())
                    .mapToObj(
                        at ->
                            new Item(
                                "i" + at,
                                kinds.get(at).get(0),
                                kinds.get(at).get(1),
                                kinds.get(at).get(2),
                                "Prompt " + at))
                    .toList());
  }

  private String group(Item item) {
    return item.suite() + " " + item.category() + " " + item.split();
  }
}
