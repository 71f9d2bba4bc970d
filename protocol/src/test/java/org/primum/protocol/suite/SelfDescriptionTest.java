package org.primum.protocol.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.primum.protocol.scoring.Measures;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.SuiteMetrics;

/** What suites and measures say of themselves, and pages rely on. */
class SelfDescriptionTest {

  static Stream<Suite> suites() {
    return Suites.all().stream();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void nothingMeasuredHasItsDefinitionsAlready(Suite suite) {
    SuiteMetrics nothing = suite.measure().metrics(List.of());

    assertThat(nothing.rates()).hasSizeGreaterThan(1).allMatch(rate -> rate.estimate() == null);
    assertThat(nothing.rates()).extracting(Rate::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void whatLeadsAndWhatIsRepeatedIsARate(Suite suite) {
    SuiteMetrics nothing = suite.measure().metrics(List.of());

    assertThat(nothing.rates())
        .extracting(Rate::id)
        .contains(nothing.repeatedRate())
        .containsAll(suite.headline());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void aVoteSaysSomethingOnEveryQuestion(Suite suite) {
    assertThat(suite.questions())
        .allSatisfy(
            question ->
                assertThat(Measures.of(suite.measure().id()).says(question.id(), 1))
                    .isNotBlank()
                    .isNotEqualTo("1"));
  }
}
