package org.primum.gateway.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;

class ComparisonTest {

  private static final Item KEPT = item("kept", "May I?");
  private static final Item GONE = item("gone", "Shall I?");
  private static final Item BEFORE = item("reworded", "Can I?");
  private static final Item AFTER = item("reworded", "Could I?");
  private static final Item NEW = item("new", "Must I?");

  @Test
  void itemsAreAddedRemovedChangedOrTheSame() {
    Comparison found =
        Comparison.of("1.0.0", List.of(KEPT, GONE, BEFORE), List.of(NEW, AFTER, KEPT), List.of());

    assertThat(found.added()).containsExactly(NEW);
    assertThat(found.removed()).containsExactly(GONE);
    assertThat(found.changed()).containsExactly(new Comparison.Change(BEFORE, AFTER));
    assertThat(found.unchanged()).isEqualTo(1);
    assertThat(found.truncated()).isFalse();
  }

  @Test
  void theSameIdInAnotherSuiteIsAnotherItem() {
    Item elsewhere = new Item("kept", "clinician-ethics", "1", null, "May I?");

    Comparison found = Comparison.of("1.0.0", List.of(KEPT), List.of(elsewhere), List.of());

    assertThat(found.addedCount()).isEqualTo(1);
    assertThat(found.removedCount()).isEqualTo(1);
  }

  @Test
  void becomingPrivateIsAChange() {
    Item hidden = new Item("kept", "patient-safety", "1", null, "May I?", null, null, Item.PRIVATE);

    Comparison found = Comparison.of("1.0.0", List.of(KEPT), List.of(hidden), List.of());

    assertThat(found.changedCount()).isEqualTo(1);
  }

  @Test
  void tooManyToShowAreCountedAllTheSame() {
    List<Item> many = IntStream.range(0, 501).mapToObj(at -> item("i" + at, "May I?")).toList();

    Comparison found = Comparison.of("1.0.0", List.of(), many, List.of());

    assertThat(found.added()).hasSize(500);
    assertThat(found.addedCount()).isEqualTo(501);
    assertThat(found.truncated()).isTrue();
  }

  @Test
  void settingsAreComparedByTheirPaths() {
    List<SettingsDifference> found =
        SettingsDifference.between(
            Map.of("generation", Generation.PUBLISHED, "judges", List.of("one", "two")),
            Map.of(
                "generation", new Generation("Be kind.", 0.5, 1, 1024), "judges", List.of("one")));

    assertThat(found)
        .containsExactly(
            new SettingsDifference("generation.systemPrompt", null, "Be kind."),
            new SettingsDifference("generation.temperature", "0.0", "0.5"),
            new SettingsDifference("judges", "one, two", "one"));
  }

  private static Item item(String id, String prompt) {
    return new Item(id, "patient-safety", "1", null, prompt);
  }
}
