package org.primum.gateway.benchmark.preview;

import java.util.List;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgePrompt;
import org.primum.protocol.judging.Question;
import org.primum.protocol.suite.ModelRequest;

/**
 * An item as the model and the judges will see it.
 *
 * @param model what the model is sent
 * @param judge what each judge is sent, by question
 */
record Preview(ToModel model, List<ToJudge> judge) {

  /** Stands where the model's answer will be. */
  static final String PLACEHOLDER = "(the model's answer stands here)";

  /**
   * What the model is sent.
   *
   * @param system the system message, or null for none
   * @param user the user message
   */
  record ToModel(String system, String user, double temperature, double topP, int maxTokens) {}

  /**
   * What a judge is sent about one question.
   *
   * @param question the question's id
   * @param judges who is asked; empty as long as nobody is named
   * @param votes how often each of them is asked
   * @param system the system message
   * @param user the user message
   */
  record ToJudge(
      String question,
      List<String> judges,
      int votes,
      double temperature,
      int maxTokens,
      String system,
      String user) {}

  static Preview of(
      Item item,
      ModelRequest request,
      Generation generation,
      List<Question> questions,
      List<String> judges) {
    String message = JudgePrompt.of(item.prompt(), item.document(), PLACEHOLDER);
    return new Preview(
        new ToModel(
            request.system(),
            request.user(),
            generation.temperature(),
            generation.topP(),
            generation.maxTokens()),
        questions.stream()
            .map(
                question ->
                    new ToJudge(
                        question.id(),
                        judges,
                        question.votes(),
                        question.temperature(),
                        question.maxTokens(),
                        question.instructions(),
                        message))
            .toList());
  }
}
