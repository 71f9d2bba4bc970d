package org.primum.gateway.cost;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primum.gateway.cost.EvaluationEstimate.Source;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;

/**
 * How long answers and replies of one suite are expected to be, from what was seen as far as it
 * goes.
 */
final class SuiteLengths implements Lengths {

  private final double answer;
  private final Source answersFrom;
  private final JudgingProtocol judging;
  private final Map<UUID, Double> inGroup;
  private final Map<History.Asked, Double> toJudging;
  private final UsualLengths usual;

  /**
   * Lengths of one suite.
   *
   * @param ofModel answers of the same model
   * @param ofOthers answers of other models
   * @param inGroup tokens of a reply by endpoint, counted there: with what a judge thinks unseen
   * @param toJudging tokens of the texts of replies to the same questions
   */
  SuiteLengths(
      JudgingProtocol judging,
      Optional<History.Answers> ofModel,
      Optional<History.Answers> ofOthers,
      Map<UUID, Double> inGroup,
      Map<History.Asked, Double> toJudging,
      UsualLengths usual) {
    this.judging = judging;
    this.inGroup = inGroup;
    this.toJudging = toJudging;
    this.usual = usual;
    answer = ofModel.or(() -> ofOthers).map(History.Answers::tokens).orElseGet(usual::answer);
    answersFrom =
        ofModel.isPresent()
            ? Source.EARLIER
            : ofOthers.isPresent() ? Source.OTHER_MODELS : Source.CONFIGURED;
  }

  @Override
  public double answer() {
    return answer;
  }

  Source answersFrom() {
    return answersFrom;
  }

  @Override
  public double reply(JudgingProtocol.Judge judge, Question question) {
    Double counted = inGroup.get(judge.endpoint().id());
    return counted != null
        ? counted
        : toJudging.getOrDefault(
            new History.Asked(judge.name(), question.id()), usual.reply(judging, question, answer));
  }

  Source repliesFrom() {
    return judging.judges().stream()
            .allMatch(
                judge ->
                    inGroup.containsKey(judge.endpoint().id())
                        || judging.questions().stream()
                            .allMatch(
                                question ->
                                    toJudging.containsKey(
                                        new History.Asked(judge.name(), question.id()))))
        ? Source.EARLIER
        : Source.CONFIGURED;
  }
}
