package org.primum.protocol.validation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The set of all runs of {@value #WORDS} words in a text (A. Z. Broder, "On the Resemblance and
 * Containment of Documents", 1997). Case, punctuation and ways of writing one character do not
 * count; where words are not parted, as in Chinese, every character is one. A run is known by a
 * 64-bit hash.
 */
final class Shingles {

  static final int WORDS = 3;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Shingles() {}

  /** The hashes of the text's runs, each once; none when it has no words. */
  static long[] of(String text) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return new long[0];
    }
    int runs = Math.max(1, words.size() - WORDS + 1);
    return IntStream.range(0, runs)
        .mapToLong(start -> hash(words.subList(start, Math.min(words.size(), start + WORDS))))
        .distinct()
        .toArray();
  }

  private static List<String> words(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT) + " ";
    List<String> words = new ArrayList<>();
    int start = -1;
    int position = 0;
    while (position < normal.length()) {
      int point = normal.codePointAt(position);
      boolean alone = Character.isIdeographic(point);
      if (start >= 0 && (alone || !ofWord(point))) {
        words.add(normal.substring(start, position));
        start = -1;
      }
      if (alone) {
        words.add(Character.toString(point));
      } else if (start < 0 && ofWord(point)) {
        start = position;
      }
      position += Character.charCount(point);
    }
    return words;
  }

  private static boolean ofWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  /** FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo), over characters, with a stop after each word. */
  private static long hash(List<String> words) {
    long hash = OFFSET;
    for (String word : words) {
      for (int index = 0; index < word.length(); index++) {
        hash = (hash ^ word.charAt(index)) * PRIME;
      }
      hash *= PRIME;
    }
    return hash;
  }
}
