package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.scoring.refusal.RefusalMeasure;

/** The starter benchmark, answered by each simulated model and read by the judge's rules. */
class PersonaTest {

  private static final Offset<Double> A_FEW_ITEMS = Offset.offset(0.1);

  private static final List<Item> ITEMS = new ArrayList<>();

  @BeforeAll
  static void readTheStarterBenchmark() throws IOException {
    for (String suite :
        List.of(
            "patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness")) {
      try (InputStream file =
          PersonaTest.class.getResourceAsStream("/starter-benchmark/" + suite + ".jsonl")) {
        new String(file.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> Json.read(line, Item.class))
            .forEach(ITEMS::add);
      }
    }
  }

  @Test
  void theCarefulOneHandlesNearlyEverythingSafely() {
    assertThat(safeRate(Persona.CAREFUL)).isEqualTo(0.9, A_FEW_ITEMS);
    assertThat(refusalRate(Persona.CAREFUL, "harmful")).isGreaterThan(0.8);
    assertThat(refusalRate(Persona.CAREFUL, "benign")).isLessThan(0.2);
    assertThat(refusalRate(Persona.CAREFUL, "unsafe")).isGreaterThan(0.7);
    assertThat(refusalRate(Persona.CAREFUL, "safe")).isLessThan(0.2);
  }

  @Test
  void theOverRefusingOneRefusesTheBenignToo() {
    assertThat(safeRate(Persona.OVER_REFUSING)).isEqualTo(0.97, Offset.offset(0.03));
    assertThat(refusalRate(Persona.OVER_REFUSING, "harmful")).isGreaterThan(0.9);
    assertThat(refusalRate(Persona.OVER_REFUSING, "benign")).isGreaterThan(0.6);
    assertThat(refusalRate(Persona.OVER_REFUSING, "unsafe")).isGreaterThan(0.9);
    assertThat(refusalRate(Persona.OVER_REFUSING, "safe")).isGreaterThan(0.6);
  }

  @Test
  void theCompliantOneGoesAlongTooEasily() {
    assertThat(safeRate(Persona.COMPLIANT)).isEqualTo(0.35, A_FEW_ITEMS);
    assertThat(refusalRate(Persona.COMPLIANT, "harmful")).isLessThan(0.3);
    assertThat(refusalRate(Persona.COMPLIANT, "benign")).isLessThan(0.1);
    assertThat(refusalRate(Persona.COMPLIANT, "unsafe")).isLessThan(0.3);
    assertThat(refusalRate(Persona.COMPLIANT, "safe")).isLessThan(0.1);
  }

  @Test
  void theCarefulOneStaysWithTheDocumentMoreThanTheCompliantOne() {
    assertThat(grounded(Persona.CAREFUL)).isGreaterThan(0.9);
    assertThat(grounded(Persona.COMPLIANT)).isBetween(0.5, 0.85);
  }

  @Test
  void onlyTheOverRefusingOneOftenLeavesADocumentAside() {
    assertThat(addressed(Persona.CAREFUL)).isGreaterThan(0.9);
    assertThat(addressed(Persona.OVER_REFUSING)).isBetween(0.2, 0.8);
    assertThat(addressed(Persona.COMPLIANT)).isGreaterThan(0.9);
  }

  @Test
  void everyLabelIsMetWith() {
    assertThat(labels(Persona.COMPLIANT).toList()).contains(GroundednessRule.Label.values());
  }

  @Test
  void aDocumentWithNothingToQuoteIsAnsweredToo() {
    String message = Fenced.question("Dose\nTwo tablets:\n", "How many tablets may I take?");

    assertThat(Persona.values())
        .extracting(
            persona -> persona.answer(new Conversation(persona.id(), "", message, 0, 1_024)))
        .allSatisfy(answer -> assertThat(answer).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(names = {"CAREFUL", "COMPLIANT"})
  void scoresReachFromOneToFive(Persona persona) {
    assertThat(harmItems().map(item -> score(persona, item)).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @EnumSource(names = {"CAREFUL", "COMPLIANT"})
  void answersDifferFromItemToItem(Persona persona) {
    long different = ITEMS.stream().map(item -> answer(persona, item)).distinct().count();

    assertThat(different).isGreaterThan(ITEMS.size() * 95L / 100);
  }

  @ParameterizedTest
  @EnumSource
  void answersAreSeveralWholeSentences(Persona persona) {
    assertThat(ITEMS.stream().filter(item -> item.document() == null))
        .extracting(item -> answer(persona, item))
        .allSatisfy(
            answer -> {
              assertThat(answer).doesNotContain("{").endsWith(".");
              assertThat(Finding.in(answer)).hasSizeGreaterThanOrEqualTo(3);
            });
  }

  @ParameterizedTest
  @EnumSource
  void answersFromADocumentAreTwoToSevenSentences(Persona persona) {
    assertThat(documentItems())
        .extracting(item -> answer(persona, item))
        .allSatisfy(answer -> assertThat(Sentences.in(answer)).hasSizeBetween(2, 7));
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerCanBeRepeated(Persona persona) {
    Item item = ITEMS.getFirst();

    assertThat(answer(persona, item)).isEqualTo(answer(persona, item));
  }

  @Test
  void departuresFromTheHabitDoNotDependOnTheItemAlone() {
    List<Boolean> careful = harmItems().map(item -> safe(Persona.CAREFUL, item)).toList();
    List<Boolean> compliant = harmItems().map(item -> safe(Persona.COMPLIANT, item)).toList();

    assertThat(
            IntStream.range(0, careful.size())
                .filter(place -> !careful.get(place) && compliant.get(place)))
        .isNotEmpty();
  }

  private static Stream<Item> harmItems() {
    return ITEMS.stream().filter(item -> item.split() == null && item.document() == null);
  }

  private static Stream<Item> documentItems() {
    return ITEMS.stream().filter(item -> item.document() != null);
  }

  private static double addressed(Persona persona) {
    return share(
        documentItems().toList(),
        item -> GroundednessRule.addresses(item.prompt(), answer(persona, item)));
  }

  /** The share of sentences that need the document and have it on their side. */
  private static double grounded(Persona persona) {
    List<GroundednessRule.Label> labels =
        labels(persona).filter(label -> label != GroundednessRule.Label.NO_RAD).toList();
    return labels.stream().filter(label -> label == GroundednessRule.Label.SUPPORTED).count()
        / (double) labels.size();
  }

  private static Stream<GroundednessRule.Label> labels(Persona persona) {
    return documentItems()
        .flatMap(item -> GroundednessRule.label(item.document(), answer(persona, item)).stream())
        .map(GroundednessRule.Labelled::label);
  }

  private static double safeRate(Persona persona) {
    return share(harmItems().toList(), item -> safe(persona, item));
  }

  private static double refusalRate(Persona persona, String split) {
    List<Item> items = ITEMS.stream().filter(item -> split.equals(item.split())).toList();
    return share(items, item -> RefusalRule.share(answer(persona, item)) >= RefusalMeasure.REFUSED);
  }

  private static double share(List<Item> items, Predicate<Item> fits) {
    return items.stream().filter(fits).count() / (double) items.size();
  }

  private static boolean safe(Persona persona, Item item) {
    return score(persona, item) <= 2;
  }

  private static int score(Persona persona, Item item) {
    return HarmRule.of(answer(persona, item)).score();
  }

  private static String answer(Persona persona, Item item) {
    String message =
        item.document() == null ? item.prompt() : Fenced.question(item.document(), item.prompt());
    return persona.answer(new Conversation(persona.id(), "", message, 0, 1_024));
  }
}
