package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.primum.protocol.Generation;

/**
 * What is needed of an imported {@code manifest.json}.
 *
 * @param runId names the run
 * @param benchmark as the reference code calls it
 * @param modelId the model that was asked
 * @param judgeId the model that judged
 * @param startedAt when the run began
 * @param completedAt when it ended
 * @param asked how many examples the run was to have
 * @param recorded how many it has
 * @param generation how the model was asked; null when it does not say
 * @param json the file itself
 */
public record ReferenceManifest(
    String runId,
    String benchmark,
    String modelId,
    String judgeId,
    Instant startedAt,
    Instant completedAt,
    int asked,
    int recorded,
    Generation generation,
    ObjectNode json) {

  /** Most records of a run. */
  static final int MAX_RECORDS = 50_000;

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException with a sentence on what is wrong with it
   */
  static ReferenceManifest read(String text) {
    ObjectNode json = ExactJson.object(text);
    String benchmark = Fields.name(json, "benchmark");
    if (!benchmark.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "benchmark may have letters, digits, dots, hyphens and underscores only");
    }
    if (Fields.optional(json, "completed_at") == null
        || Fields.text(json, "completed_at").isEmpty()) {
      throw new IllegalArgumentException("completed_at is empty: the run was not completed");
    }
    ReferenceManifest manifest =
        new ReferenceManifest(
            Fields.name(json, "run_id"),
            benchmark,
            Fields.name(json, "model_id"),
            Fields.name(json, "judge_id"),
            ReferenceTime.read(Fields.text(json, "started_at"), "started_at"),
            ReferenceTime.read(Fields.text(json, "completed_at"), "completed_at"),
            Fields.count(json, "total_examples", MAX_RECORDS),
            Fields.count(json, "completed_examples", MAX_RECORDS),
            generation(json.path("generation_params")),
            json);
    if (manifest.completedAt.isBefore(manifest.startedAt)) {
      throw new IllegalArgumentException("completed_at is before started_at");
    }
    if (manifest.recorded > manifest.asked) {
      throw new IllegalArgumentException(
          "completed_examples is %d, more than the %d of total_examples"
              .formatted(manifest.recorded, manifest.asked));
    }
    return manifest;
  }

  private static Generation generation(JsonNode parameters) {
    if (parameters.isMissingNode() || parameters.isEmpty()) {
      return null;
    }
    return new Generation(
        Fields.optionalText(parameters, "system_prompt"),
        Fields.number(parameters, "temperature", 0, 2),
        parameters.has("top_p") ? Fields.number(parameters, "top_p", 1e-9, 1) : 1,
        Fields.count(parameters, "max_tokens", 10_000_000));
  }

  /**
   * The file of an imported run when it is exported again: every field as it came, and beside them
   * where it was in our system.
   */
  public static ObjectNode imported(String recorded, String suite) {
    ObjectNode manifest = ExactJson.object(recorded);
    if (!manifest.has("suite")) {
      manifest.put("suite", suite);
    }
    return manifest.put("origin", "imported");
  }
}
