package org.primum.localstack.simulated;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts tokens about as the tokenizers of real models do: a token for a word, more for a long one,
 * one for three digits, and one for two signs. On the prompts, instructions and answers of the
 * starter benchmark it is within a tenth of the public tokenizer {@code o200k_base}.
 */
final class TokenCount {

  private static final Pattern PIECE =
      Pattern.compile("(\\p{L}+)|\\p{N}{1,3}|([^\\s\\p{L}\\p{N}]+)|\\n+");

  private static final int LETTERS = 9;
  private static final int SIGNS = 2;

  /** What a message takes beside its text, and the beginning of the reply, as OpenAI counts. */
  private static final int MESSAGE = 4;

  private static final int REPLY_START = 3;

  private TokenCount() {}

  /** Of a text. */
  static int of(String text) {
    int tokens = 0;
    for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
      if (piece.group(1) != null) {
        tokens += Math.ceilDiv(piece.group(1).length(), LETTERS);
      } else if (piece.group(2) != null) {
        tokens += Math.ceilDiv(piece.group(2).length(), SIGNS);
      } else {
        tokens++;
      }
    }
    return tokens;
  }

  /** Of a request. */
  static int of(Conversation conversation) {
    int system = conversation.system().isEmpty() ? 0 : of(conversation.system().strip()) + MESSAGE;
    return system + of(conversation.user()) + MESSAGE + REPLY_START;
  }
}
