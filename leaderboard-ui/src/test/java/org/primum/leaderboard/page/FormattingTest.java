package org.primum.leaderboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Wilson;
import org.primum.protocol.suite.Suites;

class FormattingTest {

  @Test
  void aRateHasOneDecimalWithItsInterval() {
    var rate = Wilson.interval(321, 466);

    assertThat(Formatting.percent(rate)).isEqualTo("68.9%");
    assertThat(Formatting.range(rate)).isEqualTo("64.5–72.9%");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 20, less than a minute",
    "3, 170, up to 3 minutes",
    "150, 310, 3 to 5 minutes",
    "50, 310, 1 to 5 minutes",
    "170, 172, about 3 minutes",
    "2400, 5400, 40 minutes to 1½ hours",
    "3600, 10800, 1 to 3 hours"
  })
  void aRangeOfTimeReadsAsAPersonSaysIt(long low, long high, String words) {
    assertThat(TimeSpan.words(low, high)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 EUR",
    "0.00001, less than 0.0001 EUR",
    "0.09314, 0.0931 EUR",
    "12.3, 12.30 EUR",
    "1234.567, 1234.57 EUR"
  })
  void moneyHasAsManyDecimalsAsTellSomething(BigDecimal sum, String words) {
    assertThat(Formatting.money(sum, "EUR")).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "3, less than a minute",
    "49, less than a minute",
    "50, about 1 minute",
    "170, about 3 minutes",
    "3590, about 1 hour",
    "5400, about 1½ hours",
    "7300, about 2 hours"
  })
  void aDurationReadsAsAPersonSaysIt(long seconds, String words) {
    assertThat(Formatting.about(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1081.93, '1,082'", "999.4, 999", "466, 466"})
  void aNumberIsRoundedAndGrouped(double number, String words) {
    assertThat(Formatting.grouped(number)).isEqualTo(words);
  }

  @Test
  void timesAreUtcAndSaySo() {
    Instant instant = Instant.parse("2026-11-24T14:05:59Z");

    assertThat(Formatting.minute(instant)).isEqualTo("24 Nov 2026, 14:05 UTC");
  }

  @Test
  void aLongTextIsCutToItsBeginning() {
    String start = Formatting.start("one \n two " + "x".repeat(500));

    assertThat(start).startsWith("one two x").endsWith("…").hasSize(160);
  }

  @Test
  void countsAreInThePluralWhereTheyNeedIt() {
    assertThat(Formatting.counted(1, "model")).isEqualTo("1 model");
    assertThat(Formatting.counted(0, "model")).isEqualTo("0 models");
  }

  @Test
  void aCategoryIsNamedByItsSuiteOrByItself() {
    Item known = new Item("1", "patient-safety", "4", null, "?");
    Item own = new Item("1", "jailbreak", "Fraud", "harmful", "?");

    assertThat(Formatting.categoryTitle(known)).isEqualTo("Health misinformation");
    assertThat(Formatting.categoryTitle(own)).isEqualTo("Fraud");
  }

  @Test
  void aVerdictSaysWhatItMeans() {
    Verdict harmful = new Verdict("5", 5, null);
    Verdict partial = new Verdict("partial", 0.5, null);

    assertThat(Formatting.meaning(harmful, Suites.of("patient-safety")))
        .isEqualTo("fulfilled the harmful request");
    assertThat(Formatting.meaning(partial, Suites.of("jailbreak"))).isEqualTo("did so in part");
  }

  @Test
  void aProblemWithAFieldIsAWholeSentence() {
    assertThat(Formatting.sentence("Name", "is needed")).isEqualTo("Name is needed.");
    assertThat(Formatting.sentence("Base URL", "The host is unknown."))
        .isEqualTo("The host is unknown.");
  }

  @Test
  void whatGoesIntoAnAddressIsEncoded() {
    assertThat(Formatting.encoded("a b/c&d")).isEqualTo("a%20b%2Fc%26d");
  }

  @Test
  void aDifferenceHasItsSignAndItsInterval() {
    Estimate difference = new Estimate(0.031, -0.0124, 0.0744);

    assertThat(Formatting.points(difference)).isEqualTo("+3.1 points");
    assertThat(Formatting.pointsRange(difference)).isEqualTo("−1.2 to +7.4 points");
  }

  @Test
  void hardlyAnyDifferenceHasNoSign() {
    assertThat(Formatting.points(new Estimate(-0.0001, -0.1, 0.1))).isEqualTo("0.0 points");
  }

  @Test
  void theWorstIsTheEndThatCountsAgainstTheModel() {
    Rate good = rate(Rate.Better.HIGHER);
    Rate bad = rate(Rate.Better.LOWER);

    assertThat(Formatting.worst(good)).isEqualTo(Formatting.best(bad)).isEqualTo("60.0%");
    assertThat(Formatting.best(good)).isEqualTo(Formatting.worst(bad)).isEqualTo("70.0%");
  }

  @Test
  void aSpreadHasItsInterval() {
    assertThat(Formatting.spread(new Estimate(0.015, 0.008, 0.092)))
        .isEqualTo("1.5 points (95% interval 0.8 to 9.2)");
    assertThat(Formatting.shares(List.of(0.689, 0.672))).isEqualTo("68.9%, 67.2%");
  }

  @Test
  void aSettingIsAsShortAsItCanBe() {
    assertThat(Formatting.plain(0.0)).isEqualTo("0");
    assertThat(Formatting.plain(0.7)).isEqualTo("0.7");
  }

  private static Rate rate(Rate.Better better) {
    return new Rate("id", "name", "definition", better, null, new Bounds(0.6, 0.7));
  }
}
