package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.primum.protocol.Answer;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/**
 * One finished item as a line of {@code records.jsonl}: the reference code's fields and, beside
 * them, what it does not keep: the failure, every vote, the verdict's identity, the repetition.
 */
public final class ReferenceRecord {

  private ReferenceRecord() {}

  /**
   * The record of an item of our own.
   *
   * @param canary stands beside every item that leaves Primum; null where the version has none
   */
  public static ObjectNode of(ItemFinished item, EvaluationChanged evaluation, String canary) {
    ObjectNode record = ExactJson.object();
    record.set("example", example(item.item(), canary));
    record.set("model_output", output(item));
    record.put("model_id", evaluation.model().modelName());
    record.put("judge_id", String.join(",", evaluation.judges()));
    record.put("timestamp", ReferenceTime.write(item.finishedAt()));
    record.put("run_id", evaluation.id().toString());
    record
        .putObject("meta")
        .put("benchmark", evaluation.benchmark())
        .put("version", evaluation.version())
        .put("task", item.taskId().toString());
    record.set(
        "judge_output",
        item.verdict() == null
            ? null
            : SuiteLayout.of(item.item().suite()).judgement(item.verdict(), item.votes()));
    addExtras(record, item);
    return record;
  }

  /**
   * A record that was imported, every field as it came, and ours beside where it has none of that
   * name.
   *
   * @param original the line it came as
   */
  public static ObjectNode imported(String original, ItemFinished item) {
    ObjectNode record = ExactJson.object(original);
    addExtras(record, item);
    return record;
  }

  private static void addExtras(ObjectNode record, ItemFinished item) {
    ObjectNode extras = ExactJson.object();
    extras.set("failure", Json.MAPPER.valueToTree(item.failure()));
    extras.set("votes", Json.MAPPER.valueToTree(item.votes()));
    extras.put("identity", item.identity());
    extras.put("repetition", item.repetition() == null ? 1 : item.repetition());
    extras.properties().stream()
        .filter(extra -> !record.has(extra.getKey()))
        .forEach(extra -> record.set(extra.getKey(), extra.getValue()));
  }

  private static ObjectNode example(Item item, String canary) {
    ObjectNode example = ExactJson.object();
    example.put("id", item.id());
    example.put("benchmark", ReferenceBenchmark.nameOf(item.suite()));
    example.set("category", ReferenceBenchmark.category(item.suite(), item.category()));
    if (item.document() == null) {
      example.put("input", item.prompt());
    } else {
      example
          .putObject("input")
          .put("instruction", item.instruction() == null ? "" : item.instruction())
          .put("context_document", item.document())
          .put("query", item.prompt());
    }
    ObjectNode meta = example.putObject("meta").put("suite", item.suite());
    if (item.split() != null) {
      meta.put(ReferenceBenchmark.splitField(item.suite()), item.split());
    }
    if (item.document() == null && item.instruction() != null) {
      meta.put("instruction", item.instruction());
    }
    if (item.part() != null) {
      meta.put("part", item.part());
    }
    if (canary != null) {
      meta.put("canary", canary);
    }
    return example;
  }

  /** An answer that is not there is an empty text: the reference code's reader needs one. */
  private static ObjectNode output(ItemFinished item) {
    ObjectNode output = ExactJson.object();
    Answer answer = item.answer();
    if (answer == null) {
      boolean filtered =
          item.failure() != null && item.failure().kind() == FailureKind.CONTENT_FILTER;
      return output.put("text", "").put("finish_reason", filtered ? "content_filter" : null);
    }
    output.put("text", answer.text());
    output.put("finish_reason", answer.finishReason());
    if (answer.promptTokens() != null && answer.completionTokens() != null) {
      output
          .putObject("usage")
          .put("prompt_tokens", answer.promptTokens())
          .put("completion_tokens", answer.completionTokens())
          .put("total_tokens", answer.promptTokens() + answer.completionTokens());
    }
    if (answer.reportedModel() != null) {
      output.put("model", answer.reportedModel());
    }
    return output.put("latency_millis", answer.latencyMillis()).put("requests", answer.requests());
  }
}
