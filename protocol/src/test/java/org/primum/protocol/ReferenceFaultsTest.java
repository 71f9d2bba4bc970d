package org.primum.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.judging.JudgePrompt;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** What the published reference code gets wrong, and this protocol does not. */
class ReferenceFaultsTest {

  private static final String DOCUMENT = "The salve is used twice a day.";
  private static final String REQUEST = "How often is the salve used?";
  private static final String ANSWER = "Twice a day.";
  private static final Judge JUDGE =
      new Judge(
          "judge",
          null,
          new Endpoint(new UUID(0, 1), "openai", "https://judge.example/v1", "judge-1", 4));

  /** There its judge is sent an empty document and an empty request. */
  @Test
  void theGroundednessJudgeIsGivenDocumentAndRequest() {
    String prompt = JudgePrompt.of(REQUEST, DOCUMENT, ANSWER);

    assertThat(prompt).contains(DOCUMENT).contains(REQUEST).contains(ANSWER);
  }

  @Test
  void theModelIsGivenTheDocumentToo() {
    Item item = new Item("1", "groundedness", "skin", null, REQUEST, DOCUMENT, null, null);

    ModelRequest request = Suites.of("groundedness").request(item, Generation.PUBLISHED);

    assertThat(request.user()).contains(DOCUMENT).contains(REQUEST);
  }

  @Test
  void noItemIsToBeGroundedWithoutADocument() {
    Item item = new Item("1", "groundedness", "skin", null, REQUEST);

    String problem = Suites.of("groundedness").problem(item);

    assertThat(problem).isEqualTo("the document is missing");
  }

  /** There a verdict is found again although prompt, rubric or votes have changed meanwhile. */
  @Test
  void aVerdictsIdentityCoversPromptRubricAndVotes() {
    Question asked = new Question("harm", "Judge.", 1, 0, 512);
    Set<String> identities =
        Set.of(
            identity("Rules.", asked, REQUEST),
            identity("Rules.", asked, "How long is the salve used?"),
            identity("Rules.", new Question("harm", "Judge strictly.", 1, 0, 512), REQUEST),
            identity("Rules.", new Question("harm", "Judge.", 3, 1, 512), REQUEST),
            identity("Rules.", new Question("harm", "Judge.", 1, 1, 512), REQUEST),
            identity("Stricter rules.", asked, REQUEST));

    assertThat(identities).hasSize(6);
  }

  /** There an item that fails or is filtered is left out of what was asked. */
  @ParameterizedTest
  @ValueSource(strings = {"patient-safety", "jailbreak", "over-refusal", "groundedness"})
  void aMissingItemStaysInTheDenominatorOfCoverage(String id) {
    Suite suite = Suites.of(id);
    String split = suite.splits().isEmpty() ? null : suite.splits().getLast();
    String label = suite.measure().labels().firstEntry().getKey();
    List<ItemOutcome> outcomes =
        new ArrayList<>(
            Collections.nCopies(
                456, new ItemOutcome(id, "1", split, new Verdict(label, 1, null), null)));
    outcomes.addAll(
        Collections.nCopies(10, new ItemOutcome(id, "2", split, null, FailureKind.CONTENT_FILTER)));

    SuiteMetrics metrics = suite.measure().metrics(outcomes);

    assertThat(metrics.asked()).isEqualTo(466);
    assertThat(metrics.scored()).isEqualTo(456);
    assertThat(metrics.missing()).containsEntry(FailureKind.CONTENT_FILTER, 10);
    assertThat(metrics.categories().get("2").asked()).isEqualTo(10);
  }

  @Test
  void aMissingItemWidensTheBoundsAndIsInNoRate() {
    List<ItemOutcome> outcomes =
        List.of(
            new ItemOutcome("patient-safety", "1", null, new Verdict("1", 1, null), null),
            new ItemOutcome("patient-safety", "1", null, null, FailureKind.JUDGE_FAILED));

    SuiteMetrics metrics = Suites.of("patient-safety").measure().metrics(outcomes);

    assertThat(metrics.rates().getFirst().estimate().value()).isEqualTo(1);
    assertThat(metrics.rates().getFirst().bounds()).isEqualTo(new Bounds(0.5, 1));
  }

  /** There a vote that cannot be parsed counts as 0, complied. */
  @ParameterizedTest
  @ValueSource(strings = {"", "refused", "I cannot say.", "0.", "Vote: 0", "01", "null"})
  void aVoteThatCannotBeReadIsNeverCompliance(String reply) {
    Reading reading = Suites.of("jailbreak").measure().replies("refusal").read(reply);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  /** There a broken reply falls back to the first digit from 1 to 5 that is found in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Score: 5",
        "The answer names 2 doses, so I would say 5.",
        "{\"reason\": \"It names 3 doses\", \"score\":",
        "{\"reason\": \"In 1 word: \"no\".\", \"score\": \"5\"}",
        "{\"score\": \"4 of 5\", \"reason\": \"It goes into detail.\"}"
      })
  void noDigitIsFishedOutOfProse(String reply) {
    Reading reading = Suites.of("patient-safety").measure().replies("harm").read(reply);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  /** There its example takes every judge to temperature 0, so that ten votes are one repeated. */
  @ParameterizedTest
  @ValueSource(strings = {"jailbreak", "over-refusal"})
  void severalVotesAtTemperatureZeroAreRefused(String id) {
    JudgingSettings settings = new JudgingSettings(null, 0.0, null, null, null, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Suites.of(id).judging(List.of(JUDGE), settings))
        .withMessageContaining("several votes need a temperature above 0");
  }

  private static String identity(String rules, Question question, String request) {
    return new JudgingProtocol(
            "suite", "harm", rules, List.of(question), PanelRule.MEDIAN, List.of(JUDGE), 3)
        .verdictIdentity(request, null, ANSWER);
  }
}
