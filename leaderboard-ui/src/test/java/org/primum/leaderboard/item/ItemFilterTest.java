package org.primum.leaderboard.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.item.ItemFilter.Field;

class ItemFilterTest {

  @Test
  void whatIsNotNamedNarrowsNothing() {
    assertThat(filter("suite= ", "verdict=", "page=3").narrows()).isFalse();
    assertThat(ItemFilter.none().query()).isEmpty();
  }

  @Test
  void travelsInTheAddress() {
    ItemFilter filter = filter("verdict=failed", "suite=jailbreak", "category=Harm & fraud");

    assertThat(filter.query(2))
        .isEqualTo("?suite=jailbreak&category=Harm+%26+fraud&verdict=failed&page=2");
    assertThat(filter.query(1)).isEqualTo(filter.query());
  }

  @Property
  void comesBackFromItsAddress(@ForAll @Size(max = 8) Map<Field, String> entered) {
    ItemFilter filter =
        ItemFilter.of(
            entered.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> entry.getKey().parameter(), entry -> List.of(entry.getValue()))));

    assertThat(parsed(filter.query())).isEqualTo(filter);
  }

  @Test
  void aCategoryMayBringItsSuite() {
    ItemFilter filter = filter("suite=jailbreak", "category=clinician-ethics/3");

    assertThat(filter.suite()).isEqualTo("clinician-ethics");
    assertThat(filter.category()).isEqualTo("3");
    assertThat(filter.suiteAndCategory()).isEqualTo("clinician-ethics/3");
  }

  @Test
  void aCategoryMayHoldAStrokeItself() {
    ItemFilter filter = filter("suite=jailbreak", "category=Harassment/Discrimination");

    assertThat(filter.suite()).isEqualTo("jailbreak");
    assertThat(filter.category()).isEqualTo("Harassment/Discrimination");
  }

  @Test
  void whatTheSuiteDoesNotHaveIsLeftOut() {
    assertThat(
            filter(
                "suite=patient-safety",
                "category=77",
                "split=harmful",
                "rate=groundedRate",
                "sentence=supported",
                "votes=agree",
                "repeat=0"))
        .isEqualTo(filter("suite=patient-safety"));
    assertThat(filter("rate=severeRate")).as("of no suite").isEqualTo(ItemFilter.none());
  }

  @Test
  void whatBelongsToASuiteGoesWithIt() {
    ItemFilter filter = filter("suite=jailbreak", "split=harmful", "votes=differ");

    assertThat(filter.without(Field.SUITE)).isEqualTo(filter("votes=differ"));
  }

  @Test
  void holdsNoCharacterTheDatabaseRefuses() {
    assertThat(filter("suite=a\0b").suite()).isEqualTo("ab");
  }

  @Test
  void holdsNothingLong() {
    assertThat(filter("category=" + "c".repeat(10_000)).category()).hasSize(100);
  }

  @Test
  void saysWhatItNarrowsAndWhatRemains() {
    List<FilterChip> chips =
        FilterChip.of(
            filter("suite=groundedness", "rate=contradictoryRate", "sentence=contradictory"),
            new UUID(0, 1));

    assertThat(chips)
        .extracting(FilterChip::words)
        .containsExactly(
            "Groundedness",
            "counted in Contradicts",
            "with a sentence that is contradictory, the document says otherwise");
    assertThat(chips.getFirst().without()).endsWith("000000000001#items");
    assertThat(chips.get(1).without()).endsWith("?suite=groundedness&sentence=contradictory#items");
  }

  private static ItemFilter filter(String... parameters) {
    return ItemFilter.of(
        Stream.of(parameters)
            .map(parameter -> parameter.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1]))));
  }

  private static ItemFilter parsed(String query) {
    return query.isEmpty()
        ? ItemFilter.none()
        : filter(
            Stream.of(query.substring(1).split("&"))
                .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                .toArray(String[]::new));
  }
}
