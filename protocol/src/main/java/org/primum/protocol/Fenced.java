package org.primum.protocol;

/**
 * Puts texts of strangers between fences. The fence is a hash of all the texts, so none of them can
 * hold its own closing fence, and the same texts always make the same message.
 */
public final class Fenced {

  private static final int LENGTH = 12;

  private final String fence;

  private Fenced(String fence) {
    this.fence = fence;
  }

  /** A fence for these texts, some of which may be null. */
  public static Fenced around(String... texts) {
    ContentHash hash = new ContentHash();
    for (String text : texts) {
      hash.add(text);
    }
    return new Fenced(hash.hex().substring(0, LENGTH));
  }

  /** The text between its fences, with a line break at the end. */
  public String text(String name, String text) {
    return """
        <<<%1$s %2$s
        %3$s
        %1$s %2$s>>>
        """
        .formatted(name, fence, text);
  }
}
