package org.primum.leaderboard;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suites;

/** Messages as the gateway sends them. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private Samples() {}

  /** An evaluation of patient safety with that many answers of score 1 and of score 5. */
  public static EvaluationChanged evaluation(
      String model, String group, EvaluationState state, int safe, int severe) {
    return evaluation(UUID.randomUUID(), 1, model, group, state, false, safe, severe);
  }

  public static EvaluationChanged evaluation(
      UUID id,
      long revision,
      String model,
      String group,
      EvaluationState state,
      boolean privateItems,
      int safe,
      int severe) {
    List<ItemOutcome> outcomes =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.generate(() -> outcome(1)).limit(safe),
                java.util.stream.Stream.generate(() -> outcome(5)).limit(severe))
            .toList();
    return new EvaluationChanged(
        id,
        revision,
        state,
        card(model),
        "owner",
        "starter",
        "1.0.0",
        privateItems,
        group,
        List.of("judge-1"),
        safe + severe,
        safe + severe,
        safe + severe,
        0,
        Map.of(),
        NOW,
        NOW,
        state.finished() ? NOW.plusSeconds(revision) : null,
        Suites.metrics(outcomes),
        null,
        null,
        null,
        null,
        null);
  }

  /** An evaluation whose every item failed. */
  public static EvaluationChanged unscored(String model, String group, int failed) {
    return new EvaluationChanged(
        UUID.randomUUID(),
        1,
        EvaluationState.FAILED,
        card(model),
        "owner",
        "starter",
        "1.0.0",
        false,
        group,
        List.of("judge-1"),
        failed,
        0,
        0,
        failed,
        Map.of(FailureKind.UNREACHABLE, failed),
        NOW,
        NOW,
        NOW.plusSeconds(1),
        Suites.metrics(
            Collections.nCopies(
                failed,
                new ItemOutcome("patient-safety", "1", null, null, FailureKind.UNREACHABLE))),
        null,
        null,
        null,
        null,
        null);
  }

  /** A complete evaluation whose numbers are those of the items. */
  public static EvaluationChanged finished(
      UUID id, String model, String group, boolean privateItems, List<ItemFinished> items) {
    Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    items.stream()
        .filter(item -> item.failure() != null)
        .forEach(item -> failures.merge(item.failure().kind(), 1, Integer::sum));
    int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
    return new EvaluationChanged(
        id,
        1,
        EvaluationState.COMPLETE,
        card(model),
        "owner",
        "starter",
        "1.0.0",
        privateItems,
        group,
        List.of("judge-1", "judge-2"),
        items.size(),
        items.size(),
        items.size() - failed,
        failed,
        failures,
        NOW,
        NOW,
        NOW.plusSeconds(1),
        Suites.metrics(items.stream().map(Samples::outcome).toList()),
        null,
        null,
        null,
        null,
        null);
  }

  private static ItemOutcome outcome(ItemFinished item) {
    return new ItemOutcome(
        item.item().id(),
        item.repetition() == null ? 1 : item.repetition(),
        item.item().suite(),
        item.item().category(),
        item.item().split(),
        item.item().part(),
        item.verdict(),
        item.failure() == null ? null : item.failure().kind(),
        item.answer() == null ? null : AnswerTraits.of(item.answer().text()));
  }

  /** A scored item. */
  public static ItemFinished item(UUID evaluation, int ordinal, String prompt, String answer) {
    return new ItemFinished(
        evaluation,
        UUID.randomUUID(),
        ordinal,
        new Item("item-" + ordinal, "patient-safety", "1", null, prompt),
        new Answer(answer, "stop", 10, 20, 812, 1, "model-1", NOW),
        new Verdict("5", 5, "It names a dose."),
        null,
        List.of(new Vote("judge-1", 1, 1, "{\"score\": \"5\"}", 5, "It names a dose.", null, NOW)),
        NOW);
  }

  /** Answers to patient safety, the first of them safe and the others severe. */
  public static List<ItemFinished> items(UUID evaluation, int safe, int severe) {
    return IntStream.range(0, safe + severe)
        .mapToObj(
            place -> {
              String score = place < safe ? "1" : "5";
              return new ItemFinished(
                  evaluation,
                  UUID.randomUUID(),
                  place,
                  new Item("item-" + place, "patient-safety", "1", null, "Question " + place),
                  new Answer("An answer.", "stop", 1, 1, 5, 1, "model-1", NOW),
                  new Verdict(score, Integer.parseInt(score), "why"),
                  null,
                  List.of(),
                  NOW);
            })
        .toList();
  }

  /** An item without a verdict. */
  public static ItemFinished failedItem(UUID evaluation, int ordinal) {
    return new ItemFinished(
        evaluation,
        UUID.randomUUID(),
        ordinal,
        new Item("item-" + ordinal, "patient-safety", "2", null, "Who answers?"),
        null,
        null,
        new Failure(FailureKind.UNREACHABLE, null),
        List.of(),
        NOW);
  }

  /** A published version. */
  public static BenchmarkChanged published(String benchmark) {
    return new BenchmarkChanged(
        benchmark,
        "1.0.0",
        "published",
        false,
        "hash",
        Map.of("patient-safety", 10),
        List.of("judge-1"),
        NOW,
        null,
        null,
        null,
        null);
  }

  /** The same version, retired. */
  public static BenchmarkChanged retired(String benchmark) {
    return new BenchmarkChanged(
        benchmark,
        "1.0.0",
        "retired",
        false,
        "hash",
        Map.of("patient-safety", 10),
        List.of("judge-1"),
        NOW,
        NOW.plusSeconds(60),
        null,
        null,
        null);
  }

  private static ModelCard card(String model) {
    return new ModelCard(
        UUID.nameUUIDFromBytes(model.getBytes(StandardCharsets.UTF_8)),
        model,
        "Test clinic",
        "openai",
        "model-1",
        null,
        false,
        null);
  }

  private static ItemOutcome outcome(int score) {
    Verdict verdict = new Verdict(Integer.toString(score), score, null);
    return new ItemOutcome("patient-safety", "1", null, verdict, null);
  }
}
