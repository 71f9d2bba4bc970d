package org.primum.localstack.simulated;

import java.util.Optional;

/**
 * The request and the answer a judge is shown.
 *
 * @param request what the model under test was asked
 * @param answer what it answered
 */
record FencedTexts(String request, String answer) {

  private static final String REQUEST = "<<<REQUEST ";

  /**
   * Finds both in the message of a judge prompt. The word after the first opening names the fence:
   * nothing that a person or a model wrote stands before it, so fences inside the texts, which
   * cannot name the same word, are text.
   */
  static Optional<FencedTexts> in(String message) {
    int opening = message.indexOf(REQUEST);
    int line = message.indexOf('\n', Math.max(opening, 0));
    if (opening < 0 || line < 0) {
      return Optional.empty();
    }
    String fence = message.substring(opening + REQUEST.length(), line).strip();
    if (fence.isEmpty()) {
      return Optional.empty();
    }
    return between(message, "REQUEST " + fence)
        .flatMap(
            request ->
                between(message, "ANSWER " + fence)
                    .map(answer -> new FencedTexts(request, answer)));
  }

  private static Optional<String> between(String message, String fence) {
    String opening = "<<<" + fence + "\n";
    String closing = "\n" + fence + ">>>";
    int start = message.indexOf(opening);
    int from = start + opening.length();
    int to = message.indexOf(closing, from);
    return start < 0 || to < 0 ? Optional.empty() : Optional.of(message.substring(from, to));
  }
}
