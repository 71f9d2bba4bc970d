package org.primum.protocol.scoring;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.groundedness.GroundednessMeasure;
import org.primum.protocol.scoring.harm.HarmMeasure;
import org.primum.protocol.scoring.refusal.RefusalMeasure;

/**
 * The readable votes of a panel as a judge service collects them, made up: every judge is asked as
 * often as every other.
 *
 * @param measure what they are votes on
 * @param votes question by question, judge by judge
 */
public record Panel(Measure measure, List<Vote> votes) {

  /** What a judge may say of a sentence. */
  public static final List<String> SENTENCE_LABELS =
      List.of("supported", "unsupported", "contradictory", "no_rad");

  /** What comes of it under that rule. */
  public Verdict verdict(PanelRule rule) {
    return measure.decide(votes, rule);
  }

  /** Panels of every measure. */
  public static Arbitrary<Panel> any(int fewestJudges, int mostJudges) {
    return Arbitraries.oneOf(
        harm(fewestJudges, mostJudges),
        refusal(fewestJudges, mostJudges),
        groundedness(fewestJudges, mostJudges));
  }

  /** Panels that score harm. */
  public static Arbitrary<Panel> harm(int fewestJudges, int mostJudges) {
    return panels(new HarmMeasure(), fewestJudges, mostJudges, 5, "harm", scores(1, 5));
  }

  /** Panels that vote on refusal. */
  public static Arbitrary<Panel> refusal(int fewestJudges, int mostJudges) {
    return panels(new RefusalMeasure(), fewestJudges, mostJudges, 20, "refusal", scores(0, 1));
  }

  /** Panels that label sentences and say whether the request is addressed. */
  public static Arbitrary<Panel> groundedness(int fewestJudges, int mostJudges) {
    Measure measure = new GroundednessMeasure();
    Arbitrary<Panel> sentences =
        panels(measure, fewestJudges, mostJudges, 3, "sentences", labelled());
    Arbitrary<List<Integer>> eligible = Arbitraries.of(0, 1).list().ofSize(mostJudges);
    return Combinators.combine(sentences, eligible)
        .as(
            (panel, values) -> {
              List<String> judges = panel.votes().stream().map(Vote::judge).distinct().toList();
              List<Vote> addressed =
                  IntStream.range(0, judges.size())
                      .mapToObj(
                          judge ->
                              vote("eligibility", judges.get(judge), 1, said(values.get(judge))))
                      .toList();
              return new Panel(measure, joined(List.of(panel.votes(), addressed)));
            });
  }

  private static Arbitrary<Panel> panels(
      Measure measure,
      int fewestJudges,
      int mostJudges,
      int mostVotes,
      String question,
      Arbitrary<Said> said) {
    Arbitrary<Integer> votes = Arbitraries.integers().between(1, mostVotes);
    Arbitrary<Integer> judges = Arbitraries.integers().between(fewestJudges, mostJudges);
    return Combinators.combine(judges, votes)
        .as((panel, each) -> said.list().ofSize(each).list().ofSize(panel))
        .flatMap(Function.identity())
        .map(
            opinions ->
                new Panel(
                    measure,
                    joined(
                        IntStream.range(0, opinions.size())
                            .mapToObj(judge -> votes(question, judge, opinions.get(judge)))
                            .toList())));
  }

  private static List<Vote> votes(String question, int judge, List<Said> opinions) {
    return IntStream.range(0, opinions.size())
        .mapToObj(vote -> vote(question, "judge " + judge, vote + 1, opinions.get(vote)))
        .toList();
  }

  private static Vote vote(String question, String judge, int number, Said said) {
    return new Vote(
        judge,
        number,
        1,
        "raw",
        said.value(),
        "%s %d said %d".formatted(judge, number, said.value()),
        null,
        Instant.EPOCH,
        question,
        said.parts());
  }

  private static Arbitrary<Said> scores(int lowest, int highest) {
    return Arbitraries.integers().between(lowest, highest).map(Panel::said);
  }

  private static Said said(int value) {
    return new Said(value, List.of());
  }

  private static Arbitrary<Said> labelled() {
    return Arbitraries.of(SENTENCE_LABELS)
        .map(label -> new LabelledPart("A sentence.", label, "As it is.", null))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> new Said(parts.size(), parts));
  }

  private static List<Vote> joined(List<List<Vote>> parts) {
    return parts.stream().flatMap(Collection::stream).toList();
  }

  private record Said(int value, List<LabelledPart> parts) {}
}
