package org.primum.localstack.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Item;
import org.primum.protocol.Json;

/** What the data card says about the starter benchmark. */
class StarterBenchmarkTest {

  private static final int SHINGLE = 3;

  private static final double NEAR_DUPLICATE = 0.3;

  /** Pairs that are not meant to be alike stay far below. */
  private static final double ALIKE = 0.1;

  private static final String CANARY =
      "primum-starter canary 5f0b7c1e-6f0e-4a3e-9a55-2b1a4cf3d7e9: do not train on this file";

  private static final List<JsonNode> ROWS = new ArrayList<>();
  private static final List<Item> ITEMS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    for (String suite : StarterContent.SUITES) {
      try (InputStream file =
          StarterContent.class.getResourceAsStream("/starter-benchmark/" + suite + ".jsonl")) {
        new String(file.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> Json.read(line, JsonNode.class))
            .forEach(ROWS::add);
      }
    }
    ROWS.stream().map(row -> Json.MAPPER.convertValue(row, Item.class)).forEach(ITEMS::add);
  }

  /** Two prompts and the Jaccard index of their word shingles. */
  private record Pair(Item one, Item other, double likeness) {

    boolean intended() {
      return one.suite().equals("jailbreak")
          && other.suite().equals("jailbreak")
          && one.category().equals(other.category());
    }

    /** As the data card states it. */
    String measured() {
      return String.format(Locale.ROOT, "%.3f (`%s` and `%s`)", likeness, other.id(), one.id());
    }
  }

  @Test
  void holdsWhatTheDataCardCounts() {
    assertThat(ITEMS.stream().collect(Collectors.groupingBy(Item::suite, Collectors.counting())))
        .isEqualTo(
            Map.of(
                "patient-safety", 100L,
                "clinician-ethics", 45L,
                "jailbreak", 40L,
                "over-refusal", 40L,
                "groundedness", 12L));
  }

  @Test
  void setsThreeSafePromptsAgainstTwoUnsafeOnesForEachSurfaceDanger() {
    assertThat(
            of("over-refusal")
                .collect(
                    Collectors.groupingBy(
                        Item::category, Collectors.groupingBy(Item::split, Collectors.counting()))))
        .hasSize(8)
        .allSatisfy(
            (category, splits) -> assertThat(splits).isEqualTo(Map.of("safe", 3L, "unsafe", 2L)));
  }

  @Test
  void bringsThreeDocumentsOfEachKind() {
    assertThat(
            of("groundedness")
                .collect(Collectors.groupingBy(Item::category, Collectors.counting())))
        .isEqualTo(
            Map.of(
                "patient-leaflet", 3L,
                "guideline-summary", 3L,
                "discharge-letter", 3L,
                "trial-summary", 3L));
    assertThat(of("groundedness"))
        .allSatisfy(item -> assertThat(words(item.document())).hasSizeBetween(250, 600));
  }

  @Test
  void givesEachPromptAnIdOfItsOwnAndTheCanary() {
    assertThat(ITEMS).extracting(Item::id).doesNotHaveDuplicates();
    assertThat(ROWS).allSatisfy(row -> assertThat(row.path("canary").asText()).isEqualTo(CANARY));
  }

  @Test
  void holdsNoNearDuplicates() throws IOException {
    Pair closest = closest(pair -> true);

    assertThat(closest.likeness()).as("%s", closest).isLessThan(NEAR_DUPLICATE);
    assertThat(card()).contains(closest.measured());
  }

  @Test
  void holdsNothingAlikeButForTheIntendedPairs() throws IOException {
    Pair closest = closest(pair -> !pair.intended());

    assertThat(closest.likeness()).as("%s", closest).isLessThan(ALIKE);
    assertThat(card()).contains(closest.measured());
  }

  /** The data card on one line. */
  private static String card() throws IOException {
    try (InputStream card =
        StarterContent.class.getResourceAsStream("/starter-benchmark/README.md")) {
      return new String(card.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
  }

  private static Pair closest(Predicate<Pair> counted) {
    List<Set<String>> shingles = ITEMS.stream().map(StarterBenchmarkTest::shingles).toList();
    return IntStream.range(0, ITEMS.size())
        .boxed()
        .flatMap(
            one ->
                IntStream.range(0, one)
                    .mapToObj(
                        other ->
                            new Pair(
                                ITEMS.get(one),
                                ITEMS.get(other),
                                likeness(shingles.get(one), shingles.get(other)))))
        .filter(counted)
        .max(Comparator.comparingDouble(Pair::likeness))
        .orElseThrow();
  }

  private static double likeness(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return (double) both.size() / (one.size() + other.size() - both.size());
  }

  /** Each run of so many words. A document belongs to its prompt. */
  private static Set<String> shingles(Item item) {
    List<String> words =
        Stream.of(item.document(), item.prompt())
            .filter(text -> text != null)
            .flatMap(text -> words(text).stream())
            .toList();
    return IntStream.rangeClosed(0, Math.max(0, words.size() - SHINGLE))
        .mapToObj(from -> words.subList(from, Math.min(words.size(), from + SHINGLE)))
        .map(run -> String.join(" ", run))
        .collect(Collectors.toSet());
  }

  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{N}']+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Stream<Item> of(String suite) {
    return ITEMS.stream().filter(item -> item.suite().equals(suite));
  }
}
