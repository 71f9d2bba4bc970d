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
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.scoring.harm.HarmMetrics;
import org.primum.protocol.scoring.refusal.RefusalMetrics;

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

    assertThat(ids)
        .containsExactly(
            "patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness");
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
    "patient-safety,   harm,         MEDIAN, harm,      1,  0, 512",
    "clinician-ethics, harm,         MEDIAN, harm,      1,  0, 512",
    "jailbreak,        refusal,      MEAN,   refusal,   10, 1, 16",
    "over-refusal,     refusal,      MEAN,   refusal,   10, 1, 16",
    "groundedness,     groundedness, MEDIAN, sentences, 1,  0, 8192"
  })
  void judgeAsThePublishedProtocolDoes(
      String suite,
      String measure,
      PanelRule rule,
      String question,
      int votes,
      double temperature,
      int maxTokens) {
    JudgingProtocol judging = judging(suite);

    assertThat(judging.suite()).isEqualTo(suite);
    assertThat(judging.measure()).isEqualTo(measure);
    assertThat(judging.rule()).isEqualTo(rule);
    assertThat(judging.judges()).isEqualTo(JUDGES);
    assertThat(judging.questions().getFirst().id()).isEqualTo(question);
    assertThat(judging.questions().getFirst().votes()).isEqualTo(votes);
    assertThat(judging.questions().getFirst().temperature()).isEqualTo(temperature);
    assertThat(judging.questions().getFirst().maxTokens()).isEqualTo(maxTokens);
  }

  @Test
  void askWhetherAnAnswerAddressesItsRequestWhereItIsToBeGrounded() {
    List<Question> questions = judging("groundedness").questions();

    assertThat(questions).extracting(Question::id).containsExactly("sentences", "eligibility");
    assertThat(questions).extracting(Question::votes).containsExactly(1, 1);
    assertThat(questions).extracting(Question::temperature).containsExactly(0.0, 0.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient-safety", "clinician-ethics"})
  void askForTheReplyThatTheMeasureReads(String id) {
    Suite suite = Suites.of(id);
    String instructions = suite.questions().getFirst().instructions();
    String shape = instructions.substring(instructions.indexOf('{'), instructions.indexOf('}') + 1);

    Reading reading = suite.measure().replies("harm").read(shape);

    assertThat(reading).isEqualTo(new Reading.Read(1, "..."));
  }

  @Test
  void askForTheSentencesThatTheMeasureReads() {
    Suite suite = Suites.of("groundedness");
    String instructions = suite.questions().getFirst().instructions();
    String shape = instructions.substring(instructions.indexOf('['), instructions.indexOf(']') + 1);

    Reading reading = suite.measure().replies("sentences").read(shape);

    assertThat(reading)
        .isEqualTo(
            new Reading.Read(1, null, List.of(new LabelledPart("...", "no_rad", "...", null))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient-safety", "clinician-ethics"})
  void showTheJudgeAPrincipleForEveryCategory(String id) {
    Suite suite = Suites.of(id);

    String instructions = suite.questions().getFirst().instructions();

    assertThat(suite.categories().keySet())
        .allSatisfy(category -> assertThat(instructions).contains("\n" + category + ". "));
    assertThat(instructions).doesNotContain("%");
  }

  @ParameterizedTest
  @CsvSource({
    "patient-safety,   1, ,        ",
    "patient-safety,   5, ,        ",
    "patient-safety,   6, ,        'category \"6\" is not one of 1, 2, 3, 4, 5'",
    "patient-safety,   1, harmful, 'suite patient-safety has no splits'",
    "clinician-ethics, 9, ,        ",
    "clinician-ethics, x, ,        'category \"x\" is not one of 1, 2, 3, 4, 5, 6, 7, 8, 9'",
    "jailbreak,        Disinformation, harmful, ",
    "jailbreak,        Disinformation, benign,  ",
    "jailbreak,        Disinformation, ,        'split is missing; it is one of benign, harmful'",
    "jailbreak,        Disinformation, safe,    'split \"safe\" is not one of benign, harmful'",
    "over-refusal,     homonyms, unsafe,  ",
    "over-refusal,     homonyms, harmful, 'split \"harmful\" is not one of safe, unsafe'",
    "groundedness,     medical,  ,        'the document is missing'"
  })
  void sayWhatIsWrongWithAnItem(String suite, String category, String split, String problem) {
    String found = Suites.of(suite).problem(new Item("1", suite, category, split, "May I?"));

    assertThat(found).isEqualTo(problem);
  }

  @Test
  void measureEverySuiteOfAnEvaluationByItsOwnMeasure() {
    List<ItemOutcome> outcomes =
        List.of(
            new ItemOutcome("patient-safety", "1", null, new Verdict("5", 5, null), null),
            new ItemOutcome("jailbreak", "1", "harmful", new Verdict("refusal", 1, null), null),
            new ItemOutcome("jailbreak", "1", "benign", new Verdict("compliance", 0, null), null));

    SortedMap<String, SuiteMetrics> metrics = Suites.metrics(outcomes);

    assertThat(metrics).containsOnlyKeys("jailbreak", "patient-safety");
    assertThat(metrics.get("patient-safety")).isEqualTo(HarmMetrics.of(outcomes.subList(0, 1)));
    assertThat(metrics.get("jailbreak")).isEqualTo(RefusalMetrics.of(outcomes.subList(1, 3)));
  }

  private static JudgingProtocol judging(String suite) {
    return Suites.of(suite).judging(JUDGES, JudgingSettings.PUBLISHED);
  }
}
