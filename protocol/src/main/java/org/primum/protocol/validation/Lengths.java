package org.primum.protocol.validation;

import java.util.List;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

/**
 * Texts that are taken but that many models cannot read whole. Far below the hard limits of {@link
 * Item}, at about four characters a token: {@value #LONG_PROMPT} characters of prompt or
 * instruction are some 5,000 tokens, {@value #LONG_DOCUMENT} of a document some 50,000.
 */
final class Lengths implements Check {

  static final int LONG_PROMPT = 20_000;
  static final int LONG_DOCUMENT = 200_000;

  @Override
  public List<Finding> findings(List<Item> items) {
    return Check.bySuite(items).values().stream()
        .map(own -> own.stream().filter(Lengths::tooLong).toList())
        .filter(tooLong -> !tooLong.isEmpty())
        .map(
            tooLong ->
                Finding.of(
                    Kind.TOO_LONG,
                    Severity.WARNING,
                    tooLong,
                    ("These items have a prompt or an instruction of more than %d characters, or a"
                            + " document of more than %d. A model with a small context fails on"
                            + " them; shorten them or leave them out.")
                        .formatted(LONG_PROMPT, LONG_DOCUMENT)))
        .toList();
  }

  private static boolean tooLong(Item item) {
    return length(item.prompt()) > LONG_PROMPT
        || length(item.instruction()) > LONG_PROMPT
        || length(item.document()) > LONG_DOCUMENT;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
