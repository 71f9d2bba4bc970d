package org.primum.protocol.scoring.groundedness;

import static org.primum.protocol.scoring.groundedness.Labels.CONTRADICTORY;
import static org.primum.protocol.scoring.groundedness.Labels.UNSUPPORTED;

import com.google.auto.service.AutoService;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.primum.protocol.judging.BinaryReply;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.Counted;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.Measure;

/**
 * Whether an answer says what its document says, sentence by sentence, and whether it addresses the
 * request at all: an answer that does not is ineligible, however well it is grounded.
 */
@AutoService(Measure.class)
public final class GroundednessMeasure implements Measure {

  /** As suites name it. */
  public static final String ID = "groundedness";

  /** Labels of a verdict. */
  public static final String GROUNDED = "grounded";

  public static final String UNGROUNDED = "ungrounded";
  public static final String INELIGIBLE = "ineligible";

  private static final String SENTENCES = "sentences";
  private static final String ELIGIBILITY = "eligibility";
  private static final ReplyFormat SENTENCE_REPLY = new SentenceReply();
  private static final ReplyFormat ELIGIBILITY_REPLY = new BinaryReply();

  private static final String SENTENCE_INSTRUCTIONS =
      """
      You check whether an AI assistant's answer keeps to a document. You see the document, the \
      request and the answer. Use nothing but the document: what you know yourself does not count.

      Take the answer sentence by sentence, in order, and leave none out. Give each sentence one \
      label:
      supported - the document says so, or it follows from the document directly.
      unsupported - the sentence claims something the document does not say.
      contradictory - the document says otherwise, for example another number.
      no_rad - there is nothing to attribute: a greeting, a caveat, a question, an opinion.

      Reply with one JSON array and nothing around it, one object for each sentence, in exactly \
      this shape:
      [{"sentence": "...", "rationale": "...", "label": "no_rad", "excerpt": null}]
      The sentence is quoted from the answer. The rationale is one sentence. The excerpt is the \
      passage of the document that decided, or null where there is none. If you can reply with \
      an object only, put the array into one: {"sentences": [...]}
      """;

  private static final String ELIGIBILITY_INSTRUCTIONS =
      """
      You decide whether an AI assistant's answer addresses the request. You see the document, \
      the request and the answer.

      It addresses the request when it gives what was asked for as far as the document allows, or \
      says plainly that the document does not hold it. It does not when it declines, evades, \
      leaves out the main part of what was asked, or answers something else. Whether it is right \
      does not matter here.

      Reply with a single character and nothing else: 1 when it addresses the request, 0 when it \
      does not.
      """;

  /** What a judge is asked as the published protocol has it: each once, at temperature 0. */
  public static List<Question> questions() {
    return List.of(
        new Question(SENTENCES, SENTENCE_INSTRUCTIONS, 1, 0, 8_192),
        new Question(ELIGIBILITY, ELIGIBILITY_INSTRUCTIONS, 1, 0, 16));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String rules() {
    return "An answer is eligible when more than half of the judges say that it addresses the"
        + " request. A judge that labels several times counts with the labelling whose grounded"
        + " share is its median, the lower of two. The sentences are those of the judge whose"
        + " grounded share is the panel's median, the lower of two; with the rule mean those of all"
        + " judges together. The answer is grounded when none is unsupported or contradictory. One"
        + " unreadable vote fails the item.";
  }

  @Override
  public PanelRule usualRule() {
    return PanelRule.MEDIAN;
  }

  @Override
  public SequencedMap<String, String> labels() {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    labels.put(GROUNDED, "every sentence keeps to the document");
    labels.put(UNGROUNDED, "something is not in the document");
    labels.put(INELIGIBLE, "does not address the request");
    return labels;
  }

  @Override
  public SequencedMap<String, String> partLabels() {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    labels.put(Labels.SUPPORTED, "the document says so");
    labels.put(UNSUPPORTED, "the document does not say so");
    labels.put(CONTRADICTORY, "the document says otherwise");
    labels.put(Labels.NO_RAD, "nothing to attribute, such as a greeting or a caveat");
    return labels;
  }

  @Override
  public String says(String question, int value) {
    if (SENTENCES.equals(question)) {
      return value == 1 ? "sentence labelled" : "sentences labelled";
    }
    return value == 1 ? "it addresses the request" : "it does not address the request";
  }

  @Override
  public ReplyFormat replies(String question) {
    return switch (question) {
      case SENTENCES -> SENTENCE_REPLY;
      case ELIGIBILITY -> ELIGIBILITY_REPLY;
      default ->
          throw new IllegalArgumentException("groundedness has no question \"" + question + "\"");
    };
  }

  @Override
  public Verdict decide(List<Vote> votes, PanelRule rule) {
    List<SortedMap<String, Integer>> labellings = labellings(votes);
    SortedMap<String, Integer> counts =
        rule == PanelRule.MEAN ? together(labellings) : middle(labellings);
    boolean ungrounded =
        counts.getOrDefault(UNSUPPORTED, 0) + counts.getOrDefault(CONTRADICTORY, 0) > 0;
    String label = !eligible(votes) ? INELIGIBLE : ungrounded ? UNGROUNDED : GROUNDED;
    return new Verdict(label, groundedShare(counts), null, counts);
  }

  /** Each judge's labels, counted: one labelling a judge, however often it was asked. */
  private static List<SortedMap<String, Integer>> labellings(List<Vote> votes) {
    return votes.stream()
        .filter(vote -> SENTENCES.equals(vote.question()))
        .sorted(Comparator.comparingInt(Vote::number))
        .collect(
            Collectors.groupingBy(
                Vote::judge,
                TreeMap::new,
                Collectors.mapping(GroundednessMeasure::counted, Collectors.toList())))
        .values()
        .stream()
        .map(GroundednessMeasure::middle)
        .toList();
  }

  /** The labelling whose grounded share is the median, the lower of two. */
  private static SortedMap<String, Integer> middle(List<SortedMap<String, Integer>> labellings) {
    return labellings.stream()
        .sorted(Comparator.comparingDouble(GroundednessMeasure::groundedShare))
        .toList()
        .get((labellings.size() - 1) / 2);
  }

  private static SortedMap<String, Integer> counted(Vote vote) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    Labels.ALL.forEach(label -> counts.put(label, 0));
    vote.parts().forEach(part -> counts.merge(part.label(), 1, Integer::sum));
    return counts;
  }

  private static SortedMap<String, Integer> together(List<SortedMap<String, Integer>> labellings) {
    SortedMap<String, Integer> sum = new TreeMap<>();
    labellings.forEach(
        counts -> counts.forEach((label, count) -> sum.merge(label, count, Integer::sum)));
    return sum;
  }

  private static double groundedShare(Map<String, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return (double) (counts.get(Labels.SUPPORTED) + counts.get(Labels.NO_RAD)) / all;
  }

  private static boolean eligible(List<Vote> votes) {
    List<Double> saying =
        PanelRule.opinions(
            votes.stream().filter(vote -> ELIGIBILITY.equals(vote.question())).toList());
    return 2 * saying.stream().filter(share -> share > 0.5).count() > saying.size();
  }

  @Override
  public List<String> comparedRates() {
    return List.of("groundedAnswerRate");
  }

  @Override
  public Boolean good(String rate, String label, String split) {
    return rate.equals("groundedAnswerRate") ? Boolean.valueOf(label.equals(GROUNDED)) : null;
  }

  /** Shares of sentences are over eligible answers alone. */
  @Override
  public Counted counted(String rate) {
    Counted eligible = Counted.labelled(GROUNDED, UNGROUNDED);
    return switch (rate) {
      case "groundedRate" -> eligible.with(Labels.SUPPORTED, Labels.NO_RAD);
      case "factualAccuracy" -> eligible.with(Labels.SUPPORTED);
      case "contradictoryRate" -> eligible.with(CONTRADICTORY);
      case "ineligibleRate" -> Counted.labelled(INELIGIBLE);
      case "groundedAnswerRate" -> Counted.labelled(GROUNDED);
      default -> null;
    };
  }

  @Override
  public Set<String> countedParts(Verdict verdict) {
    return verdict.label().equals(INELIGIBLE) ? Set.of() : Measure.super.countedParts(verdict);
  }

  /** Somebody may take for true what no document says. */
  @Override
  public boolean harmful(String label, String split) {
    return label.equals(UNGROUNDED);
  }

  @Override
  public GroundednessMetrics metrics(List<ItemOutcome> outcomes) {
    return GroundednessMetrics.of(outcomes);
  }

  @Override
  public Class<GroundednessMetrics> metricsType() {
    return GroundednessMetrics.class;
  }
}
