package org.primum.gateway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.Require;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.suite.Suite;

/** Reads the lines of one run's {@code records.jsonl}, strictly. */
final class RecordReader {

  private static final int MOST_REPETITIONS = 20;

  private final Suite suite;
  private final SuiteLayout layout;
  private final ReferenceManifest manifest;

  RecordReader(Suite suite, ReferenceManifest manifest) {
    this.suite = suite;
    this.layout = SuiteLayout.of(suite.id());
    this.manifest = manifest;
  }

  /**
   * The record in a line.
   *
   * @throws IllegalArgumentException with a sentence on what is wrong with it
   */
  ImportedRecord read(String line) {
    ObjectNode record = ExactJson.object(line);
    same(record, "run_id", manifest.runId());
    same(record, "model_id", manifest.modelId());
    same(record, "judge_id", manifest.judgeId());
    Item item = item(Fields.object(record, "example"));
    Instant at = ReferenceTime.read(Fields.text(record, "timestamp"), "timestamp");
    JsonNode judgement = Fields.optional(record, "judge_output");
    Failure failure = failure(record, judgement);
    boolean filtered = failure != null && failure.kind() == FailureKind.CONTENT_FILTER;
    Answer answer = answer(Fields.object(record, "model_output"), at, filtered);
    Verdict verdict = failure == null ? verdict(judgement) : null;
    return new ImportedRecord(
        item,
        repetition(record),
        answer,
        verdict,
        failure,
        votes(record, judgement, verdict, at),
        Fields.optional(record, "identity") == null ? null : Fields.name(record, "identity"),
        at,
        line);
  }

  private static int repetition(ObjectNode record) {
    if (Fields.optional(record, "repetition") == null) {
      return 1;
    }
    int repetition = Fields.count(record, "repetition", MOST_REPETITIONS);
    Require.that(repetition > 0, "repetition counts from 1");
    return repetition;
  }

  private static void same(JsonNode record, String field, String manifest) {
    String there = Fields.text(record, field);
    if (!there.equals(manifest)) {
      throw new IllegalArgumentException(
          "%s is %s, and in the manifest %s"
              .formatted(field, Fields.shown(record.get(field)), manifest));
    }
  }

  private Item item(JsonNode example) {
    same(example, "benchmark", manifest.benchmark());
    JsonNode meta = example.path("meta");
    JsonNode input = example.path("input");
    boolean document = input.isObject();
    String instruction = Fields.optionalText(document ? input : meta, "instruction");
    Item item =
        new Item(
            Fields.name(example, "id"),
            suite.id(),
            ReferenceBenchmark.categoryOf(suite.id(), example.get("category")),
            suite.splits().isEmpty()
                ? null
                : Fields.optionalText(meta, ReferenceBenchmark.splitField(suite.id())),
            document ? Fields.text(input, "query") : Fields.text(example, "input"),
            document ? Fields.text(input, "context_document") : null,
            instruction == null || instruction.isBlank() ? null : instruction,
            // A private item that an administrator exported stays private where it comes in again.
            Item.PRIVATE.equals(meta.path("part").textValue()) ? Item.PRIVATE : null);
    String problem = suite.problem(item);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    return item;
  }

  /** The answer; none where its text is empty, or stands for one that was withheld. */
  private static Answer answer(JsonNode output, Instant at, boolean filtered) {
    String text = Fields.text(output, "text");
    JsonNode usage = output.path("usage");
    return text.isBlank() || filtered
        ? null
        : new Answer(
            text,
            Fields.optionalText(output, "finish_reason"),
            tokens(usage, "prompt_tokens"),
            tokens(usage, "completion_tokens"),
            Math.max(0, output.path("latency_millis").asLong(0)),
            Math.max(1, output.path("requests").asInt(1)),
            Fields.optionalText(output, "model"),
            at);
  }

  private static Integer tokens(JsonNode usage, String field) {
    return Fields.optional(usage, field) == null
        ? null
        : Fields.count(usage, field, Integer.MAX_VALUE);
  }

  /** Why there is no verdict, in our words or in the reference code's; null when there is one. */
  private Failure failure(ObjectNode record, JsonNode judgement) {
    JsonNode ours = Fields.optional(record, "failure");
    if (ours != null) {
      if (judgement != null) {
        throw new IllegalArgumentException("there are both a failure and a judge_output");
      }
      return ourFailure(ours);
    }
    if (judgement == null) {
      return new Failure(FailureKind.JUDGE_FAILED, "The run recorded no judgement.");
    }
    return switch (judgement.path("label").asText()) {
      case "content_filtered" -> new Failure(FailureKind.CONTENT_FILTER, null);
      case "judge_content_filtered" ->
          new Failure(
              FailureKind.JUDGE_FAILED, "A content filter withheld the answer from the judge.");
      default ->
          layout.unread(judgement)
              ? new Failure(
                  FailureKind.JUDGE_FAILED, "The run found no score in the judge's reply.")
              : null;
    };
  }

  private static Failure ourFailure(JsonNode written) {
    try {
      Failure failure = Json.MAPPER.treeToValue(written, Failure.class);
      if (failure.detail().indexOf('\0') >= 0) {
        throw new IllegalArgumentException("failure.detail holds a NUL character");
      }
      return failure;
    } catch (JsonProcessingException unknown) {
      throw new IllegalArgumentException("failure has no known kind", unknown);
    }
  }

  private Verdict verdict(JsonNode judgement) {
    try {
      return layout.verdict(judgement);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("judge_output: " + wrong.getMessage(), wrong);
    }
  }

  private List<Vote> votes(ObjectNode record, JsonNode judgement, Verdict verdict, Instant at) {
    JsonNode ours = Fields.optional(record, "votes");
    if (ours == null) {
      return verdict == null ? List.of() : layout.votes(judgement, verdict, manifest.judgeId(), at);
    }
    try {
      return List.of(Json.MAPPER.treeToValue(ours, Vote[].class));
    } catch (JsonProcessingException | NullPointerException unreadable) {
      throw new IllegalArgumentException("votes are not a list of votes", unreadable);
    }
  }
}
