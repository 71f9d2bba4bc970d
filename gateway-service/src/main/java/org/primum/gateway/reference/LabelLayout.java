package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.Measure;

/** A measure that the reference code does not have: verdicts counted by label. */
record LabelLayout(Measure measure) implements SuiteLayout {

  @Override
  public String metric() {
    return measure.id();
  }

  @Override
  public ObjectNode judgement(Verdict verdict, List<Vote> votes) {
    return SuiteLayout.labelled(verdict);
  }

  @Override
  public Verdict verdict(JsonNode judgement) {
    String label = Fields.text(judgement, "label");
    if (!measure.labels().containsKey(label)) {
      throw new IllegalArgumentException(
          "label %s is none of %s"
              .formatted(Fields.shown(judgement.get("label")), measure.labels().keySet()));
    }
    return new Verdict(
        label,
        Fields.number(judgement, "score", -1e9, 1e9),
        Fields.optionalText(judgement, "rationale"));
  }

  @Override
  public List<Vote> votes(JsonNode judgement, Verdict verdict, String judge, Instant at) {
    return List.of();
  }

  @Override
  public ObjectNode metric(List<ItemOutcome> records) {
    Counts counts = Counts.ofVerdicts(measure.labels().keySet(), records);
    ObjectNode node = ExactJson.object();
    ObjectNode value = node.putObject("value");
    value.set("counts", counts.counts());
    value.put("total", counts.total());
    value.set("proportions", counts.proportions());
    node.put("count", counts.total());
    node.putObject("breakdown").set("label_counts", counts.counts());
    ObjectNode descriptions = node.putObject("meta").putObject("label_descriptions");
    measure.labels().forEach(descriptions::put);
    return node;
  }
}
