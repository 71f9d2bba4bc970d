package org.primum.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.localstack.progress.StackFailure;

class BenchOptionsTest {

  private static final Path PROJECT = Path.of("/project");

  @Test
  void readsScenariosAndOptions() {
    BenchOptions options =
        BenchOptions.read(
            PROJECT, List.of("large", "--runs", "5", "small", "--out", "/results", "--profile"));

    assertThat(options.scenarios()).containsExactly("large", "small");
    assertThat(options.runs()).hasValue(5);
    assertThat(options.out()).isEqualTo(Path.of("/results"));
    assertThat(options.home()).isEqualTo(Path.of("/project/target/bench/stack"));
    assertThat(options.profile()).isTrue();
    assertThat(options.comparison()).isEmpty();
  }

  @Test
  void saysWhatCannotBeRead() {
    assertThatThrownBy(() -> BenchOptions.read(PROJECT, List.of("enormous")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("There is no scenario \"enormous\"")
        .hasMessageContaining("small, large, steady");
    assertThatThrownBy(() -> BenchOptions.read(PROJECT, List.of("--runs", "many")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("--runs needs a positive number");
    assertThatThrownBy(() -> BenchOptions.read(PROJECT, List.of("--out")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("--out needs a value");
  }

  @Test
  void choosesTheUsualScenariosWhereNoneIsNamed() {
    assertThat(Scenarios.chosen(List.of()))
        .extracting(Scenario::name)
        .contains("small", "large", "faults")
        .doesNotContain("smoke", "huge");
    assertThat(Scenarios.chosen(List.of("all")))
        .extracting(Scenario::name)
        .containsExactlyElementsOf(Scenarios.names());
    assertThat(Scenarios.chosen(List.of("steady", "small")))
        .extracting(Scenario::name)
        .containsExactly("small", "steady");
  }
}
