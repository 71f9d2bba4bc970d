package org.primum.gateway.cost;

import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;

/** How long answers and replies are expected to be, for one suite and model. */
interface Lengths {

  /** Tokens of the model's answers. */
  double answer();

  /** Tokens of what that judge replies to that question. */
  double reply(JudgingProtocol.Judge judge, Question question);
}
