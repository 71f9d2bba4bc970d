package org.primum.gateway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

  @Test
  void versionsStandInTheOrderOfTheirPrecedence() {
    List<String> ordered =
        List.of(
            "0.9.9",
            "1.0.0-0",
            "1.0.0-9",
            "1.0.0-10",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1-rc.1",
            "1.0.1",
            "1.2.0",
            "1.10.0",
            "10.0.0");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));

    List<String> sorted =
        shuffled.stream()
            .map(text -> SemanticVersion.read(text).orElseThrow())
            .sorted()
            .map(SemanticVersion::toString)
            .toList();

    assertThat(sorted).isEqualTo(ordered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "01.0.0",
        "1.00.0",
        "1.0.0-",
        "1.0.0-a..b",
        "1.0.0-01",
        "1.0.0+build",
        "v1.0.0",
        "1.0.0-ä",
        " 1.0.0",
        "1.0.0\n",
        "1.0.-1"
      })
  void whatIsNoVersionIsNotRead(String text) {
    assertThat(SemanticVersion.read(text)).isEmpty();
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("versions") SemanticVersion version) {
    assertThat(SemanticVersion.read(version.toString())).contains(version);
  }

  @Property
  void theOrderIsTotal(
      @ForAll("versions") SemanticVersion one,
      @ForAll("versions") SemanticVersion two,
      @ForAll("versions") SemanticVersion three) {
    assertThat(Integer.signum(one.compareTo(two))).isEqualTo(-Integer.signum(two.compareTo(one)));
    assertThat(one.compareTo(two) == 0).isEqualTo(one.equals(two));
    if (one.compareTo(two) <= 0 && two.compareTo(three) <= 0) {
      assertThat(one).isLessThanOrEqualTo(three);
    }
  }

  @Provide
  Arbitrary<SemanticVersion> versions() {
    Arbitrary<String> number = Arbitraries.integers().between(0, 12).map(String::valueOf);
    Arbitrary<String> name = Arbitraries.of("alpha", "beta", "rc", "a-1", "0a", "-");
    return Combinators.combine(
            number.list().ofSize(3), Arbitraries.oneOf(number, name).list().ofMaxSize(3))
        .as(SemanticVersion::new);
  }
}
