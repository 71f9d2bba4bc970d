package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.message.EvaluationChanged;

/**
 * The {@code manifest.json} of one suite of an evaluation of our own.
 *
 * @param evaluation the evaluation
 * @param suite the suite
 * @param generation how the model was asked
 * @param judging how answers were judged; null when an earlier release froze it in another form
 * @param asked how many records there should be
 * @param recorded how many there are
 */
public record OwnManifest(
    EvaluationChanged evaluation,
    String suite,
    Generation generation,
    JudgingProtocol judging,
    int asked,
    int recorded) {

  /** The file. */
  public ObjectNode json() {
    String judges = String.join(",", evaluation.judges());
    ObjectNode manifest = ExactJson.object();
    manifest.put("run_id", evaluation.id().toString());
    manifest.put("benchmark", ReferenceBenchmark.nameOf(suite));
    manifest.put("model_id", evaluation.model().modelName());
    manifest.put("judge_id", judges);
    manifest.put("dataset_source", evaluation.benchmark());
    manifest.put("dataset_version", evaluation.version());
    manifest.set("generation_params", parameters(generation));
    manifest.set("judge_params", judging(judges));
    manifest.put(
        "started_at",
        ReferenceTime.write(
            evaluation.startedAt() == null ? evaluation.createdAt() : evaluation.startedAt()));
    manifest.put("completed_at", ReferenceTime.write(evaluation.finishedAt()));
    // The reference code's own commit and folder, which a run of ours does not have.
    manifest.put("git_commit", "");
    manifest.put("git_dirty", false);
    manifest.put("total_examples", asked);
    manifest.put("completed_examples", recorded);
    manifest.put("output_dir", "");
    manifest.putObject("extra");
    manifest.put("suite", suite);
    manifest
        .putObject("evaluation")
        .put("state", evaluation.state().label())
        .put("group", evaluation.group())
        .put("repeats", evaluation.repeats() == null ? 1 : evaluation.repeats());
    return manifest;
  }

  private static ObjectNode parameters(Generation generation) {
    ObjectNode parameters = ExactJson.object();
    parameters.put("temperature", generation.temperature());
    parameters.put("top_p", generation.topP());
    parameters.put("max_tokens", generation.maxTokens());
    if (generation.systemPrompt() != null) {
      parameters.put("system_prompt", generation.systemPrompt());
    }
    return parameters;
  }

  private ObjectNode judging(String judges) {
    ObjectNode parameters = ExactJson.object().put("judge_id", judges);
    if (judging == null) {
      return parameters;
    }
    Question first = judging.questions().getFirst();
    parameters
        .putObject("generation_params")
        .put("temperature", first.temperature())
        .put("top_p", JudgingProtocol.TOP_P)
        .put("max_tokens", first.maxTokens());
    parameters.put("num_samples", first.votes());
    ObjectNode extra = parameters.putObject("extra");
    extra.put("judging_protocol", judging.hash());
    extra.put("panel_rule", judging.rule().label());
    extra.put("max_requests", judging.maxRequests());
    extra.set("questions", Json.MAPPER.valueToTree(judging.questions()));
    return parameters;
  }
}
