package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.scoring.Measures;

/** How long answers and replies are where nothing like them was seen yet. */
@ApplicationScoped
class UsualLengths {

  private final EstimateConfiguration configuration;

  UsualLengths(EstimateConfiguration configuration) {
    this.configuration = configuration;
  }

  double answer() {
    return configuration.answerTokens();
  }

  /** By the shape of the reply: a character, an object with a reason, or labelled sentences. */
  double reply(JudgingProtocol protocol, Question question, double answerTokens) {
    Measure measure = Measures.of(protocol.measure());
    if (measure.replies(question.id()).schema() == null) {
      return configuration.shortReplyTokens();
    }
    return measure.partLabels().isEmpty()
        ? configuration.reasonedReplyTokens()
        : answerTokens * configuration.labelledReplyFactor();
  }
}
