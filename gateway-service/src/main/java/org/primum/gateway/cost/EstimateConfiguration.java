package org.primum.gateway.cost;

import io.smallrye.config.ConfigMapping;

/** How long answers and replies are expected to be where nothing like them was seen yet. */
@ConfigMapping(prefix = "primum.estimate")
public interface EstimateConfiguration {

  /** Tokens of an answer. */
  int answerTokens();

  /** Tokens of a judge's reply that gives a reason. */
  int reasonedReplyTokens();

  /** Tokens of a judge's reply that is a single character. */
  int shortReplyTokens();

  /** How many times as long as the answer a reply is that labels the answer's sentences. */
  double labelledReplyFactor();
}
