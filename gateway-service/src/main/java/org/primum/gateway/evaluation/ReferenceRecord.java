package org.primum.gateway.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.primum.protocol.Failure;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/**
 * One finished item in the layout of the reference code's records, with its fields and, beside
 * them, what it does not keep: the failure and every vote.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReferenceRecord(
    Example example,
    ModelOutput modelOutput,
    String modelId,
    String judgeId,
    Instant timestamp,
    UUID runId,
    Map<String, Object> meta,
    JudgeOutput judgeOutput,
    Failure failure,
    List<Vote> votes) {

  /** What was asked. */
  record Example(
      String id, String benchmark, String category, String input, Map<String, Object> meta) {}

  /** What the model said; null when it gave no answer. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ModelOutput(String text, String finishReason, Map<String, Integer> usage) {}

  /** The verdict; null when there is none. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record JudgeOutput(String label, double score, String rationale) {}

  /**
   * Makes one.
   *
   * @param canary stands beside every item that leaves Primum; null where a version has none
   */
  static ReferenceRecord of(ItemFinished item, EvaluationChanged evaluation, String canary) {
    Map<String, Object> meta = new HashMap<>();
    meta.put("suite", item.item().suite());
    if (item.item().split() != null) {
      meta.put("split", item.item().split());
    }
    if (canary != null) {
      meta.put("canary", canary);
    }
    return new ReferenceRecord(
        new Example(
            item.item().id(),
            evaluation.benchmark(),
            item.item().category(),
            item.item().prompt(),
            meta),
        output(item),
        evaluation.model().modelName(),
        String.join(",", evaluation.judges()),
        item.finishedAt(),
        item.evaluationId(),
        Map.of("version", evaluation.version(), "task", item.taskId()),
        item.verdict() == null
            ? null
            : new JudgeOutput(
                item.verdict().label(), item.verdict().value(), item.verdict().reason()),
        item.failure(),
        item.votes());
  }

  private static ModelOutput output(ItemFinished item) {
    if (item.answer() == null) {
      return null;
    }
    Map<String, Integer> usage = new HashMap<>();
    if (item.answer().promptTokens() != null && item.answer().completionTokens() != null) {
      usage.put("prompt_tokens", item.answer().promptTokens());
      usage.put("completion_tokens", item.answer().completionTokens());
      usage.put("total_tokens", item.answer().promptTokens() + item.answer().completionTokens());
    }
    return new ModelOutput(item.answer().text(), item.answer().finishReason(), usage);
  }
}
