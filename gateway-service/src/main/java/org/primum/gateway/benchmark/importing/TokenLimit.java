package org.primum.gateway.benchmark.importing;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingResult;
import com.knuddels.jtokkit.api.EncodingType;
import org.primum.protocol.Item;

/** The length that a document and the request about it may have together. */
final class TokenLimit {

  /** Most tokens of document and request together. */
  static final int TOKENS = 5_000;

  /** The tokenizer that counts them, by its public name. */
  static final String TOKENIZER = EncodingType.O200K_BASE.getName();

  private TokenLimit() {}

  /** Whether the two are longer than the limit; counting ends there. */
  static boolean passedBy(String document, String request) {
    if (document.length() > Item.MAX_DOCUMENT || request.length() > Item.MAX_PROMPT) {
      return true;
    }
    int left = TOKENS - counted(request, TOKENS);
    return left < 0 || counted(document, left) > left;
  }

  /** How many tokens the text has; one more than the limit stands for any number above it. */
  private static int counted(String text, int limit) {
    EncodingResult tokens = Loaded.ENCODING.encodeOrdinary(text, limit);
    return tokens.isTruncated() ? limit + 1 : tokens.getTokens().size();
  }

  /** Loaded with the first row that is measured: the vocabulary takes a second and some memory. */
  private static final class Loaded {
    static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }
}
