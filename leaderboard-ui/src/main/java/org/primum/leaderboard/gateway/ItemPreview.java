package org.primum.leaderboard.gateway;

import java.util.List;

/**
 * An item as it will be sent.
 *
 * @param model what the model under test is sent
 * @param judge what each question to the judges is sent as
 */
public record ItemPreview(ModelMessage model, List<JudgeMessage> judge) {

  public ItemPreview {
    judge = judge == null ? List.of() : List.copyOf(judge);
  }

  /**
   * The request to the model under test.
   *
   * @param system the system message, or null for none
   * @param user the user message
   * @param temperature 0 to 2
   * @param topP above 0, at most 1
   * @param maxTokens most tokens of an answer
   */
  public record ModelMessage(
      String system, String user, double temperature, double topP, int maxTokens) {}

  /**
   * One question to the judges.
   *
   * @param question the question's id
   * @param judges names of the judges asked
   * @param votes how often each is asked
   * @param temperature 0 to 2
   * @param maxTokens most tokens of a reply
   * @param system policy, rubric and reply format
   * @param user request and answer between fences; a placeholder stands for the answer
   */
  public record JudgeMessage(
      String question,
      List<String> judges,
      int votes,
      double temperature,
      int maxTokens,
      String system,
      String user) {

    public JudgeMessage {
      judges = judges == null ? List.of() : List.copyOf(judges);
    }
  }
}
