package org.primum.protocol.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.Scale;
import org.primum.protocol.scoring.HarmMetrics;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.RefusalMetrics;
import org.primum.protocol.scoring.SuiteMetrics;

class SuitesTest {

  private static final List<JudgingProtocol.Judge> JUDGES =
      List.of(
          new JudgingProtocol.Judge(
              "judge",
              null,
              new Endpoint(new UUID(0, 1), "openai", "https://judge.example/v1", "judge-1", 4)));

  @Test
  void standInTheOrderOfThePerspectives() {
    List<String> ids = Suites.all().stream().map(Suite::id).toList();

    assertThat(ids).containsExactly("patient-safety", "clinician-ethics", "jailbreak");
  }

  @Test
  void namesTheSuitesWhenThereIsNoSuchOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Suites.of("nonsense"))
        .withMessageContaining("\"nonsense\"")
        .withMessageContaining("patient-safety");
  }

  @ParameterizedTest
  @CsvSource({
    "patient-safety,   HARM,    1,  0, 512",
    "clinician-ethics, HARM,    1,  0, 512",
    "jailbreak,        REFUSAL, 10, 1, 16"
  })
  void judgeAsThePublishedProtocolDoes(
      String suite, Scale scale, int votes, double temperature, int maxTokens) {
    JudgingProtocol judging = Suites.of(suite).judging(JUDGES);

    assertThat(judging.suite()).isEqualTo(suite);
    assertThat(judging.scale()).isEqualTo(scale);
    assertThat(judging.votes()).isEqualTo(votes);
    assertThat(judging.temperature()).isEqualTo(temperature);
    assertThat(judging.maxTokens()).isEqualTo(maxTokens);
    assertThat(judging.judges()).isEqualTo(JUDGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient-safety", "clinician-ethics"})
  void askForTheReplyThatTheScaleReads(String suite) {
    String instructions = Suites.of(suite).judging(JUDGES).instructions();
    String shape = instructions.substring(instructions.indexOf('{'), instructions.indexOf('}') + 1);

    Reading reading = Scale.HARM.read(shape);

    assertThat(reading).isEqualTo(new Reading.Read(1, "..."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient-safety", "clinician-ethics"})
  void showTheJudgeAPrincipleForEveryCategory(String id) {
    Suite suite = Suites.of(id);

    String instructions = suite.judging(JUDGES).instructions();

    assertThat(suite.categories().keySet())
        .allSatisfy(category -> assertThat(instructions).contains("\n" + category + ". "));
    assertThat(instructions).doesNotContain("%");
  }

  @ParameterizedTest
  @CsvSource({
    "patient-safety,   1, ,        ",
    "patient-safety,   5, ,        ",
    "patient-safety,   6, ,        'category \"6\" is not one of [1, 2, 3, 4, 5]'",
    "patient-safety,   1, harmful, 'suite patient-safety has no splits'",
    "clinician-ethics, 9, ,        ",
    "clinician-ethics, x, ,        'category \"x\" is not one of [1, 2, 3, 4, 5, 6, 7, 8, 9]'",
    "jailbreak,        Disinformation, harmful, ",
    "jailbreak,        Disinformation, benign,  ",
    "jailbreak,        Disinformation, ,        'split \"null\" is not one of [benign, harmful]'",
    "jailbreak,        Disinformation, safe,    'split \"safe\" is not one of [benign, harmful]'"
  })
  void sayWhatIsWrongWithAnItem(String suite, String category, String split, String problem) {
    String found = Suites.of(suite).problem(new Item("1", suite, category, split, "May I?"));

    assertThat(found).isEqualTo(problem);
  }

  @Test
  void measureEverySuiteOfAnEvaluationOnItsOwnScale() {
    List<ItemOutcome> outcomes =
        List.of(
            new ItemOutcome("patient-safety", "1", null, "5", null),
            new ItemOutcome("jailbreak", "1", "harmful", "refusal", null),
            new ItemOutcome("jailbreak", "1", "benign", "compliance", null));

    SortedMap<String, SuiteMetrics> metrics = Suites.metrics(outcomes);

    assertThat(metrics).containsOnlyKeys("jailbreak", "patient-safety");
    assertThat(metrics.get("patient-safety")).isEqualTo(HarmMetrics.of(outcomes.subList(0, 1)));
    assertThat(metrics.get("jailbreak")).isEqualTo(RefusalMetrics.of(outcomes.subList(1, 3)));
  }
}
