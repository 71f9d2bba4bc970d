package org.primum.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.suite.ModelRequest;

/** An invalid value cannot exist: every record says itself what is wrong. */
class RecordsTest {

  private static final UUID ID = new UUID(0, 1);
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Endpoint ENDPOINT =
      new Endpoint(ID, "openai", "https://model.example/v1", "model-1", 4);
  private static final Answer ANSWER = new Answer("Yes.", null, null, null, 12, 1, null, NOW);
  private static final Failure FAILURE = new Failure(FailureKind.TIMED_OUT, null);
  private static final Verdict VERDICT = new Verdict("1", 1, "It declines.");
  private static final Judge JUDGE = new Judge("j", null, ENDPOINT);
  private static final Question QUESTION = new Question("harm", "Judge.", 1, 0, 1);
  private static final Item ITEM = new Item("1", "patient-safety", "1", null, "May I?");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"invalidValues", "invalidJudging", "invalidMessages"})
  void refuses(String problem, ThrowingCallable construction) {
    assertThatIllegalArgumentException().isThrownBy(construction).withMessageContaining(problem);
  }

  static Stream<Arguments> invalidValues() {
    return Stream.of(
        refused("id is missing", () -> new Endpoint(null, "openai", "https://h/v1", "m", 1)),
        refused("provider is missing", () -> new Endpoint(ID, " ", "https://h/v1", "m", 1)),
        refused("baseUrl is missing", () -> new Endpoint(ID, "openai", null, "m", 1)),
        refused("modelName is missing", () -> new Endpoint(ID, "openai", "https://h/v1", "", 1)),
        refused(
            "maxConcurrency must be positive",
            () -> new Endpoint(ID, "openai", "https://h/v1", "m", 0)),
        refused("temperature must be", () -> new Generation(null, -0.1, 1, 10)),
        refused("temperature must be", () -> new Generation(null, 2.1, 1, 10)),
        refused("temperature must be", () -> new Generation(null, Double.NaN, 1, 10)),
        refused("topP must be", () -> new Generation(null, 0, 0, 10)),
        refused("topP must be", () -> new Generation(null, 0, 1.1, 10)),
        refused("maxTokens must be positive", () -> new Generation(null, 0, 1, 0)),
        refused("id is missing", () -> new Item("", "s", "c", null, "p")),
        refused("suite is missing", () -> new Item("1", null, "c", null, "p")),
        refused("category is missing", () -> new Item("1", "s", " ", null, "p")),
        refused("prompt is missing", () -> new Item("1", "s", "c", null, "\n")),
        refused("id is longer than 100", () -> new Item("i".repeat(101), "s", "c", null, "p")),
        refused(
            "category is longer than 100", () -> new Item("1", "s", "c".repeat(101), null, "p")),
        refused(
            "prompt is longer than 100000",
            () -> new Item("1", "s", "c", null, "p".repeat(100_001))),
        refused("prompt holds a NUL", () -> new Item("1", "s", "c", null, "p\0")),
        refused("id holds a NUL", () -> new Item("1\0", "s", "c", null, "p")),
        refused("category holds half", () -> new Item("1", "s", "\ud83d", null, "p")),
        refused("prompt holds half", () -> new Item("1", "s", "c", null, "p\ud83d")),
        refused("prompt holds half", () -> new Item("1", "s", "c", null, "\ude00p")),
        refused("text is missing", () -> new Answer(" ", null, null, null, 1, 1, null, NOW)),
        refused(
            "answeredAt is missing", () -> new Answer("Yes.", null, null, null, 1, 1, null, null)),
        refused(
            "requests must be positive",
            () -> new Answer("Yes.", null, null, null, 1, 0, null, NOW)),
        refused("kind is missing", () -> new Failure(null, "Something.")),
        refused("interval must hold", () -> new Estimate(0.5, 0.6, 0.7)),
        refused("interval must hold", () -> new Estimate(0.5, 0.3, 0.4)),
        refused("interval must hold", () -> new Estimate(Double.NaN, 0, 1)),
        refused("suite is missing", () -> new ItemOutcome(null, "1", null, VERDICT, null)),
        refused("category is missing", () -> new ItemOutcome("s", null, null, VERDICT, null)),
        refused(
            "exclude each other",
            () -> new ItemOutcome("s", "1", null, VERDICT, FailureKind.JUDGE_FAILED)),
        refused(
            "repetition counts from 1",
            () -> new ItemOutcome("1", 0, "s", "1", null, null, VERDICT, null, null)),
        refused("part must be private", () -> item(null, null, "secret")),
        refused("document is longer than 400000", () -> item("d".repeat(400_001), null, null)),
        refused("document holds a NUL", () -> item("d\0", null, null)),
        refused("document holds half", () -> item("d\ud83d", null, null)),
        refused("instruction is longer than 100000", () -> item(null, "i".repeat(100_001), null)),
        refused("instruction holds a NUL", () -> item(null, "i\0", null)),
        refused("user is missing", () -> new ModelRequest(null, " ")));
  }

  static Stream<Arguments> invalidJudging() {
    return Stream.of(
        refused("label is missing", () -> new Verdict(null, 1, null)),
        refused("judge is missing", () -> new Vote("", 1, 1, "1", 1, null, null, NOW)),
        refused("exactly one", () -> new Vote("j", 1, 1, "1", 1, null, "unreadable", NOW)),
        refused("exactly one", () -> new Vote("j", 1, 1, "1", null, null, null, NOW)),
        refused("name is missing", () -> new Judge("", null, ENDPOINT)),
        refused("endpoint is missing", () -> new Judge("j", null, null)),
        refused("suite is missing", () -> protocol("", "harm", "Rules.", PanelRule.MEAN, 1)),
        refused("measure is missing", () -> protocol("s", null, "Rules.", PanelRule.MEAN, 1)),
        refused("rules is missing", () -> protocol("s", "harm", " ", PanelRule.MEAN, 1)),
        refused("rule is missing", () -> protocol("s", "harm", "Rules.", null, 1)),
        refused("maxRequests must be", () -> protocol("s", "harm", "Rules.", PanelRule.MEAN, 0)),
        refused("maxRequests must be", () -> protocol("s", "harm", "Rules.", PanelRule.MEAN, 21)),
        refused("at least one question", () -> protocol(List.of(), List.of(JUDGE))),
        refused("at least one judge", () -> protocol(List.of(QUESTION), List.of())),
        refused("named twice", () -> protocol(List.of(QUESTION), List.of(JUDGE, JUDGE))),
        refused("id is missing", () -> new Question("", "Judge.", 1, 0, 1)),
        refused("instructions is missing", () -> new Question("q", "", 1, 0, 1)),
        refused("votes must be", () -> new Question("q", "Judge.", 0, 0, 1)),
        refused("votes must be", () -> new Question("q", "Judge.", 101, 1, 1)),
        refused("temperature must be", () -> new Question("q", "Judge.", 1, 3, 1)),
        refused("temperature must be", () -> new Question("q", "Judge.", 1, -0.1, 1)),
        refused("temperature must be", () -> new Question("q", "Judge.", 1, Double.NaN, 1)),
        refused("maxTokens must be", () -> new Question("q", "Judge.", 1, 0, 0)),
        refused("maxTokens must be", () -> new Question("q", "Judge.", 1, 0, 32_769)),
        refused("above 0", () -> new Question("q", "Judge.", 2, 0, 1)),
        refused("votes must be", () -> settings(0, null, null, null)),
        refused("votes must be", () -> settings(101, null, null, null)),
        refused("temperature must be", () -> settings(null, 2.1, null, null)),
        refused("temperature must be", () -> settings(null, Double.NaN, null, null)),
        refused("maxTokens must be", () -> settings(null, null, 0, null)),
        refused("maxRequests must be", () -> settings(null, null, null, 21)),
        refused("text is missing", () -> new LabelledPart(" ", "supported", null, null)),
        refused("label is missing", () -> new LabelledPart("It is.", null, null, null)),
        refused("generation is missing", () -> new VersionSettings(null, 1, null)),
        refused("repeats must be", () -> new VersionSettings(Generation.PUBLISHED, 0, null)),
        refused("repeats must be", () -> new VersionSettings(Generation.PUBLISHED, 21, null)));
  }

  static Stream<Arguments> invalidMessages() {
    return Stream.of(
        refused(
            "taskId is missing",
            () -> new PromptIssued(null, ENDPOINT, Generation.PUBLISHED, "p", "hash")),
        refused(
            "endpoint is missing",
            () -> new PromptIssued(ID, null, Generation.PUBLISHED, "p", "hash")),
        refused("generation is missing", () -> new PromptIssued(ID, ENDPOINT, null, "p", "hash")),
        refused(
            "prompt is missing",
            () -> new PromptIssued(ID, ENDPOINT, Generation.PUBLISHED, "", "hash")),
        refused(
            "judging is missing",
            () -> new PromptIssued(ID, ENDPOINT, Generation.PUBLISHED, "p", null)),
        refused("taskId is missing", () -> new AnswerRecorded(null, ANSWER, null)),
        refused("exactly one", () -> new AnswerRecorded(ID, ANSWER, FAILURE)),
        refused("exactly one", () -> new AnswerRecorded(ID, null, null)),
        refused("taskId is missing", () -> new JudgingRequested(null, "hash", "q", "a")),
        refused("judging is missing", () -> new JudgingRequested(ID, "", "q", "a")),
        refused("request is missing", () -> new JudgingRequested(ID, "hash", " ", "a")),
        refused("answer is missing", () -> new JudgingRequested(ID, "hash", "q", null)),
        refused("taskId is missing", () -> new VerdictReached(null, VERDICT, null, List.of())),
        refused("exactly one", () -> new VerdictReached(ID, VERDICT, FAILURE, List.of())),
        refused("exactly one", () -> new VerdictReached(ID, null, null, List.of())),
        refused("evaluationId is missing", () -> finished(null, ID, ITEM, VERDICT, null, NOW)),
        refused("taskId is missing", () -> finished(ID, null, ITEM, VERDICT, null, NOW)),
        refused("item is missing", () -> finished(ID, ID, null, VERDICT, null, NOW)),
        refused("finishedAt is missing", () -> finished(ID, ID, ITEM, VERDICT, null, null)),
        refused("exactly one", () -> finished(ID, ID, ITEM, VERDICT, FAILURE, NOW)),
        refused("exactly one", () -> finished(ID, ID, ITEM, null, null, NOW)),
        refused(
            "benchmark is missing",
            () ->
                new BenchmarkChanged(
                    "", "1", "draft", false, null, null, null, null, null, null, null, null)),
        refused(
            "version is missing",
            () ->
                new BenchmarkChanged(
                    "b", null, "draft", false, null, null, null, null, null, null, null, null)),
        refused(
            "state is missing",
            () ->
                new BenchmarkChanged(
                    "b", "1", " ", false, null, null, null, null, null, null, null, null)),
        refused(
            "id is missing", () -> new ModelCard(null, "n", "o", "openai", "m", null, false, null)),
        refused(
            "name is missing", () -> new ModelCard(ID, "", "o", "openai", "m", null, false, null)),
        refused(
            "organization is missing",
            () -> new ModelCard(ID, "n", null, "openai", "m", null, false, null)));
  }

  @Test
  void saysInPlainWordsWhatFailedWhenThereIsNoDetail() {
    Failure failure = new Failure(FailureKind.TIMED_OUT, null);

    assertThat(failure.detail()).isEqualTo("the endpoint did not answer in time");
  }

  @Test
  void cutsALongDetail() {
    Failure failure = new Failure(FailureKind.REJECTED, "d".repeat(501));

    assertThat(failure.detail()).hasSize(Failure.MAX_DETAIL).endsWith("d…");
  }

  @Test
  void cutsALongRawReply() {
    Vote vote = new Vote("j", 1, 1, "r".repeat(Vote.MAX_RAW + 1), 1, null, null, NOW);

    assertThat(vote.raw()).hasSize(Vote.MAX_RAW);
  }

  @Test
  void keepsItsVotesWhateverHappensToTheListTheyCameIn() {
    List<Vote> votes = new ArrayList<>();
    VerdictReached reached = new VerdictReached(ID, VERDICT, null, votes);

    votes.add(new Vote("j", 1, 1, "1", 1, null, null, NOW));

    assertThat(reached.votes()).isEmpty();
  }

  @Test
  void takesAPromptWithCharactersOfTwoUnits() {
    Item item = new Item("1", "s", "c", null, "Is 😀 safe?");

    assertThat(item.prompt()).isEqualTo("Is 😀 safe?");
  }

  private static Arguments refused(String problem, ThrowingCallable construction) {
    return arguments(problem, construction);
  }

  private static JudgingProtocol protocol(
      String suite, String measure, String rules, PanelRule rule, int maxRequests) {
    return new JudgingProtocol(
        suite, measure, rules, List.of(QUESTION), rule, List.of(JUDGE), maxRequests);
  }

  private static JudgingProtocol protocol(List<Question> questions, List<Judge> judges) {
    return new JudgingProtocol("s", "harm", "Rules.", questions, PanelRule.MEAN, judges, 1);
  }

  private static JudgingSettings settings(
      Integer votes, Double temperature, Integer maxTokens, Integer maxRequests) {
    return new JudgingSettings(votes, temperature, maxTokens, maxRequests, null, null);
  }

  private static Item item(String document, String instruction, String part) {
    return new Item("1", "s", "c", null, "p", document, instruction, part);
  }

  private static ItemFinished finished(
      UUID evaluation, UUID task, Item item, Verdict verdict, Failure failure, Instant at) {
    return new ItemFinished(evaluation, task, 0, item, ANSWER, verdict, failure, null, at);
  }
}
