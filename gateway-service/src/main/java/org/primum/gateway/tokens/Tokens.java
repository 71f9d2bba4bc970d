package org.primum.gateway.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingResult;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts the tokens of a text with a public tokenizer. A model's own may count otherwise. */
public final class Tokens {

  /** The tokenizer that counts them, by its public name. */
  public static final String TOKENIZER = EncodingType.O200K_BASE.getName();

  private Tokens() {}

  /** How many tokens the text has; none when it is null. */
  public static int in(String text) {
    return text == null ? 0 : Loaded.ENCODING.countTokensOrdinary(text);
  }

  /**
   * How many tokens the text has; counting ends at the limit.
   *
   * @return one more than the limit for any number above it
   */
  public static int in(String text, int limit) {
    EncodingResult tokens = Loaded.ENCODING.encodeOrdinary(text, limit);
    return tokens.isTruncated() ? limit + 1 : tokens.getTokens().size();
  }

  /** Loaded with the first text that is measured: the vocabulary takes a second and some memory. */
  private static final class Loaded {
    static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }
}
