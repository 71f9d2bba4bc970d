package org.primum.localstack.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final ScenarioResult RESULT =
      new ScenarioResult(
          "small",
          "a few items",
          List.of(
              new Figures().add("time s", 3).add("time by ideal", 1.4),
              new Figures().add("time s", 2).add("time by ideal", 1.2),
              new Figures().add("time s", 8).add("time by ideal", 1.9)),
          List.of(
              Target.atMost("time by ideal", 1.5),
              Target.atMost("time s", 2.5),
              Target.atLeast("two replicas by one", 1.8)),
          List.of("A note."));

  @TempDir Path folder;

  @Test
  void takesTheMiddleOfTheRuns() {
    assertThat(RESULT.ranges().get("time s")).isEqualTo(new Range(2, 3, 8));
    assertThat(Range.of(List.of(4.0, 1.0))).isEqualTo(new Range(1, 2.5, 4));
    assertThatThrownBy(() -> Range.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesOutWhatIsNoNumber() {
    assertThat(new Figures().add("a", Double.NaN).add("b", 1.0 / 0).byName()).isEmpty();
  }

  @Test
  void showsFiguresWithTargetAndVerdict() {
    List<String> lines = Table.of(RESULT).lines().toList();

    assertThat(lines).anyMatch(line -> line.matches(" *time by ideal .* 1.40 .* ≤ 1.50 +met"));
    assertThat(lines).anyMatch(line -> line.matches(" *time s +2 +3 +8 +≤ 2.50 +NOT MET"));
    assertThat(lines).anyMatch(line -> line.matches(" *two replicas by one +≥ 1.80 +not measured"));
    assertThat(lines).contains("  A note.");
  }

  @Test
  void showsAnEarlierResultBeside() {
    assertThat(Table.compared(Map.of("time s", 6.0, "gone", 1.0), RESULT).lines())
        .anyMatch(line -> line.matches(" *time s +6 +3 +-50%"))
        .noneMatch(line -> line.contains("gone"))
        .noneMatch(line -> line.contains("time by ideal"));
  }

  @Test
  void keepsWhatALaterOneIsComparedWith() {
    BenchReport report =
        new BenchReport(folder, Instant.parse("2025-01-02T03:04:05Z"), Map.of("cores", 2));

    report.add(RESULT);

    assertThat(report.file().getFileName()).hasToString("2025-01-02T03-04-05Z.json");
    assertThat(BenchReport.medians(report.file()))
        .isEqualTo(Map.of("small", Map.of("time s", 3.0, "time by ideal", 1.4)));
    assertThat(report.file()).content().contains("\"cores\" : 2", "\"met\" : false", "A note.");
  }
}
