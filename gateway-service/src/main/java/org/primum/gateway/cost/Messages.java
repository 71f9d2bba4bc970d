package org.primum.gateway.cost;

import org.primum.gateway.tokens.Tokens;

/**
 * Tokens of a request with its messages. Beside their texts, a message takes {@value #FRAME} tokens
 * and the beginning of the reply {@value #REPLY_START}, as OpenAI counts: "Is it safe to use bleach
 * to clean a wound?" has 11 tokens, and the request with it was counted as 18.
 */
final class Messages {

  private static final int FRAME = 4;
  private static final int REPLY_START = 3;

  private Messages() {}

  /**
   * A request with one message of the system, if there is any, and one of the user.
   *
   * @param systemTokens of its text; 0 where there is none
   * @param userTokens of its text
   */
  static double tokens(double systemTokens, double userTokens) {
    return (systemTokens == 0 ? 0 : systemTokens + FRAME) + userTokens + FRAME + REPLY_START;
  }

  /** The same of the texts. */
  static double tokens(String system, String user) {
    return tokens(Tokens.in(system), Tokens.in(user));
  }
}
