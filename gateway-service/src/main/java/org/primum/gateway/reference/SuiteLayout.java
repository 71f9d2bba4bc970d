package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.groundedness.GroundednessMeasure;
import org.primum.protocol.scoring.harm.HarmMeasure;
import org.primum.protocol.scoring.refusal.RefusalMeasure;
import org.primum.protocol.suite.Suites;

/** How verdicts and metrics of one kind of suite are written, and read back. */
interface SuiteLayout {

  /** The name the metric goes by in {@code metrics.json}. */
  String metric();

  /** The {@code judge_output} of a verdict. */
  ObjectNode judgement(Verdict verdict, List<Vote> votes);

  /** What every {@code judge_output} begins with. */
  static ObjectNode labelled(Verdict verdict) {
    return ExactJson.object()
        .put("label", verdict.label())
        .put("score", verdict.value())
        .put("rationale", verdict.reason());
  }

  /** Whether a {@code judge_output} says itself that no verdict could be read from the reply. */
  default boolean unread(JsonNode judgement) {
    return false;
  }

  /**
   * The verdict of a {@code judge_output}.
   *
   * @throws IllegalArgumentException with a sentence when it is none of this kind
   */
  Verdict verdict(JsonNode judgement);

  /** The votes that a {@code judge_output} tells of; none when it tells of none. */
  List<Vote> votes(JsonNode judgement, Verdict verdict, String judge, Instant at);

  /** {@code value}, {@code count}, {@code breakdown} and {@code meta} over these records. */
  ObjectNode metric(List<ItemOutcome> records);

  /** The layout of a suite's kind. */
  static SuiteLayout of(String suite) {
    return switch (Suites.of(suite).measure().id()) {
      case HarmMeasure.ID -> new SafetyLayout();
      case RefusalMeasure.ID -> new RefusalLayout();
      case GroundednessMeasure.ID -> new GroundednessLayout();
      default -> new LabelLayout(Suites.of(suite).measure());
    };
  }
}
