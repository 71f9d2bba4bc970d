package org.primum.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  @Test
  void isTheHashOfNothingWhenNothingWasAdded() {
    String hash = new ContentHash().hex();

    assertThat(hash).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** Computed outside of Java: length, bytes; minus one for null; length and bytes in UTF-8. */
  @Test
  void hashesLengthAndUtf8OfEveryPart() {
    String hash = new ContentHash().add("abc").add(null).add("é").hex();

    assertThat(hash).isEqualTo("ce4b2dbd7f0b8a8194d97a2df98af899a1a5fd1a5c3331cdb8a6bc30810f6c60");
  }

  @Property(tries = 2_000)
  void tellsAnyTwoSequencesApart(
      @ForAll("sequences") List<String> first, @ForAll("sequences") List<String> second) {
    boolean sameHash = hash(first).equals(hash(second));

    assertThat(sameHash).isEqualTo(first.equals(second));
  }

  /** Few and confusable parts, so that joined texts and cut texts often look alike. */
  @Provide
  Arbitrary<List<String>> sequences() {
    return Arbitraries.of("", "a", "b", "ab", "null", "\0\0\0\1", "\0\0\0\1a")
        .injectNull(0.15)
        .list()
        .ofMaxSize(4);
  }

  private static String hash(List<String> parts) {
    ContentHash hash = new ContentHash();
    for (String part : parts) {
      hash.add(part);
    }
    return hash.hex();
  }
}
