package org.primum.gateway.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.primum.gateway.tokens.Tokens;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgePrompt;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suites;

/**
 * What asking an item of one suite once, and judging the answer, takes: the requests themselves.
 */
final class Workload {

  private final Generation generation;
  private final JudgingProtocol judging;
  private final Lengths lengths;
  private final Map<String, Integer> instructions = new HashMap<>();

  Workload(Generation generation, JudgingProtocol judging, Lengths lengths) {
    this.generation = generation;
    this.judging = judging;
    this.lengths = lengths;
    for (Question question : judging.questions()) {
      instructions.put(question.id(), Tokens.in(question.instructions()));
    }
  }

  /** At the model under test. */
  Load ofModel(Item item) {
    ModelRequest request = Suites.of(item.suite()).request(item, generation);
    return new Load(1, Messages.tokens(request.system(), request.user()), answerTokens());
  }

  /** At each judge, by its endpoint: every question, as often as it is voted on. */
  Map<UUID, Load> ofJudges(Item item) {
    double shown = Tokens.in(JudgePrompt.of(item.prompt(), item.document(), "")) + answerTokens();
    Map<UUID, Load> loads = new HashMap<>();
    for (JudgingProtocol.Judge judge : judging.judges()) {
      for (Question question : judging.questions()) {
        Load vote =
            new Load(
                1,
                Messages.tokens(instructions.get(question.id()), shown),
                Math.min(lengths.reply(judge, question), question.maxTokens()));
        loads.merge(judge.endpoint().id(), vote.times(question.votes()), Load::plus);
      }
    }
    return loads;
  }

  private double answerTokens() {
    return Math.min(lengths.answer(), generation.maxTokens());
  }
}
