package org.primum.gateway.benchmark.importing;

import org.primum.gateway.tokens.Tokens;
import org.primum.protocol.Item;

/** The length that a document and the request about it may have together. */
final class TokenLimit {

  /** Most tokens of document and request together. */
  static final int TOKENS = 5_000;

  /** The tokenizer that counts them, by its public name. */
  static final String TOKENIZER = Tokens.TOKENIZER;

  private TokenLimit() {}

  /** Whether the two are longer than the limit; counting ends there. */
  static boolean passedBy(String document, String request) {
    if (document.length() > Item.MAX_DOCUMENT || request.length() > Item.MAX_PROMPT) {
      return true;
    }
    int left = TOKENS - Tokens.in(request, TOKENS);
    return left < 0 || Tokens.in(document, left) > left;
  }
}
