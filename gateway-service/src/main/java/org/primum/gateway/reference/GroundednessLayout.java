package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.groundedness.GroundednessMeasure;

/** Sentences by label. The sentences of a record are in {@code judge_output.raw.sentences}. */
final class GroundednessLayout implements SuiteLayout {

  private static final String SENTENCES = "sentences";
  private static final List<String> LABELS =
      List.of("supported", "unsupported", "contradictory", "no_rad");
  private static final List<String> VERDICTS =
      List.of(
          GroundednessMeasure.GROUNDED,
          GroundednessMeasure.UNGROUNDED,
          GroundednessMeasure.INELIGIBLE);

  @Override
  public String metric() {
    return "groundedness";
  }

  @Override
  public ObjectNode judgement(Verdict verdict, List<Vote> votes) {
    ObjectNode node = SuiteLayout.labelled(verdict);
    ArrayNode sentences = node.putObject("raw").putArray(SENTENCES);
    deciding(verdict, votes)
        .forEach(
            part ->
                sentences
                    .addObject()
                    .put("sentence", part.text())
                    .put("label", part.label())
                    .put("rationale", part.reason())
                    .put("excerpt", part.excerpt()));
    return node;
  }

  /** The sentences that were counted: one judge's, or those of all judges together. */
  private static List<LabelledPart> deciding(Verdict verdict, List<Vote> votes) {
    List<List<LabelledPart>> labellings =
        votes.stream().map(Vote::parts).filter(parts -> parts != null).toList();
    return labellings.stream()
        .filter(parts -> counted(parts).equals(verdict.counts()))
        .findFirst()
        .orElseGet(() -> labellings.stream().flatMap(List::stream).toList());
  }

  private static SortedMap<String, Integer> counted(List<LabelledPart> parts) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    LABELS.forEach(label -> counts.put(label, 0));
    parts.forEach(part -> counts.merge(part.label(), 1, Integer::sum));
    return counts;
  }

  @Override
  public Verdict verdict(JsonNode judgement) {
    SortedMap<String, Integer> counts = counted(sentences(judgement));
    String label = Fields.text(judgement, "label");
    if (!VERDICTS.contains(label)) {
      throw new IllegalArgumentException(
          "label %s is none of %s".formatted(Fields.shown(judgement.get("label")), VERDICTS));
    }
    return new Verdict(
        label,
        Fields.number(judgement, "score", 0, 1),
        Fields.optionalText(judgement, "rationale"),
        counts);
  }

  private static List<LabelledPart> sentences(JsonNode judgement) {
    JsonNode written = judgement.path("raw").path(SENTENCES);
    if (!written.isArray() || written.isEmpty()) {
      throw new IllegalArgumentException(
          "raw.sentences is missing, so it is not known which sentence got which label");
    }
    List<LabelledPart> parts = new ArrayList<>();
    for (JsonNode sentence : written) {
      String label = Fields.text(sentence, "label").toLowerCase(Locale.ROOT);
      if (!LABELS.contains(label)) {
        throw new IllegalArgumentException(
            "sentence %d has the label %s, which is none of %s"
                .formatted(parts.size() + 1, Fields.shown(sentence.get("label")), LABELS));
      }
      parts.add(
          new LabelledPart(
              Fields.text(sentence, "sentence"),
              label,
              Fields.optionalText(sentence, "rationale"),
              Fields.optionalText(sentence, "excerpt")));
    }
    return parts;
  }

  @Override
  public List<Vote> votes(JsonNode judgement, Verdict verdict, String judge, Instant at) {
    List<LabelledPart> parts = sentences(judgement);
    return List.of(new Vote(judge, 1, 1, null, parts.size(), null, null, at, SENTENCES, parts));
  }

  @Override
  public ObjectNode metric(List<ItemOutcome> records) {
    Counts counts = new Counts(LABELS);
    records.stream()
        .filter(ItemOutcome::scored)
        .forEach(item -> LABELS.forEach(label -> counts.add(label, item.verdict().count(label))));
    ObjectNode withTotal = counts.counts().put("total", counts.total());
    ObjectNode node = ExactJson.object();
    ObjectNode value = node.putObject("value");
    ObjectNode labels = value.putObject("sentence_labels");
    labels.set("counts", withTotal);
    labels.set("proportions", counts.proportions());
    value.put("response_count", records.size());
    value.put("avg_sentences_per_response", Counts.share(counts.total(), records.size()));
    node.put("count", records.size());
    ObjectNode breakdown = node.putObject("breakdown");
    breakdown.set("label_counts", withTotal.deepCopy());
    breakdown.set("label_proportions", counts.proportions());
    node.putObject("meta");
    return node;
  }
}
