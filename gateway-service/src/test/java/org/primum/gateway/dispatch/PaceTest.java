package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.EndpointReport.RateLimit;

/** The rules of pacing one by one. */
class PaceTest {

  private static final Instant NOW = PaceSimulation.START;
  private static final int MOST = 64;

  @Test
  void beginsWithSixteenOrFewer() {
    assertThat(Pace.fresh().places(0, 64, NOW)).isEqualTo(16);
    assertThat(Pace.fresh().places(0, 3, NOW)).isEqualTo(3);
    assertThat(Pace.fresh().places(5, 64, NOW)).isEqualTo(11);
    assertThat(Pace.fresh().places(70, 64, NOW)).isZero();
    assertThat(Pace.fresh().looksAgainAt(16, 64, NOW)).isNull();
  }

  @Test
  void doublesInARoundTripWhileItIsUsed() {
    Pace pace = Pace.fresh().handedOut(16, NOW);
    for (int out = 15; out >= 0; out--) {
      pace = pace.met(answer(), out, MOST, NOW);
    }

    assertThat(pace.places(0, MOST, NOW)).isEqualTo(32);
  }

  @Test
  void doesNotGrowWhileItIsNotUsed() {
    Pace pace = Pace.fresh();
    for (int turn = 0; turn < 100; turn++) {
      pace = pace.handedOut(1, NOW).met(answer(), 0, MOST, NOW);
    }

    assertThat(pace.places(0, MOST, NOW)).isEqualTo(16);
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMED_OUT", "UNREACHABLE"})
  void halvesOnceForAllThatWereOutTogether(FailureKind kind) {
    Pace pace = Pace.fresh().handedOut(16, NOW);
    for (int out = 15; out >= 12; out--) {
      pace = pace.met(trouble(kind), out, MOST, NOW);
    }

    assertThat(pace.places(0, MOST, NOW)).isEqualTo(8);
  }

  @Test
  void halvesForARefusalThatNothingExplains() {
    Pace pace = Pace.fresh().handedOut(1, NOW).met(refusal(2_000L), 0, MOST, NOW);

    assertThat(pace.concurrency().credit()).isEqualTo(8);
  }

  @Test
  void isProbedAfterARefusalUntilItAnswers() {
    Pace refused = Pace.fresh().handedOut(1, NOW).met(refusal(100L), 0, MOST, NOW);
    Pace answered = refused.handedOut(1, NOW).met(answer(), 0, MOST, NOW);

    assertThat(Pace.fresh().probed()).isFalse();
    assertThat(refused.probed()).isTrue();
    assertThat(answered.probed()).isFalse();
  }

  @Test
  void onlyWaitsAfterARefusalThatALimitExplains() {
    EndpointReport refused =
        new EndpointReport(
            PaceSimulation.ENDPOINT,
            1,
            0,
            null,
            null,
            FailureKind.RATE_LIMITED,
            null,
            new RateLimit(300, 0, 60_000L),
            null);
    Pace pace = Pace.fresh().handedOut(1, NOW).met(refused, 0, MOST, NOW);

    assertThat(pace.concurrency().credit()).isEqualTo(16);
    assertThat(pace.places(0, MOST, NOW)).isZero();
    assertThat(pace.places(0, MOST, NOW.plusSeconds(1))).isEqualTo(5);
  }

  @Test
  void waitsLongerAfterEachRefusalThatDoesNotSayHowLong() {
    Instant now = NOW;
    Pace pace = Pace.fresh();
    for (long millis : new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
      pace = pace.handedOut(1, now).met(refusal(null), 0, MOST, now);

      assertThat(pace.heldUntil(now)).isEqualTo(now.plusMillis(millis));
      now = now.plusMillis(millis);
    }
  }

  @Test
  void growsByOneInARoundTripAfterTrouble() {
    Pace pace = Pace.fresh().handedOut(1, NOW).met(trouble(FailureKind.TIMED_OUT), 0, MOST, NOW);
    for (int out = 7; out >= 0; out--) {
      pace = pace.met(answer(), out, MOST, NOW);
    }
    assertThat(pace.places(0, MOST, NOW)).isEqualTo(8);

    pace = pace.met(answer(), 7, MOST, NOW);

    assertThat(pace.places(0, MOST, NOW)).isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "UNREADABLE_REPLY"})
  void takesAFewFailuresForChance(FailureKind kind) {
    Pace pace = Pace.fresh();
    for (int turn = 0; turn < 40; turn++) {
      pace = pace.met(turn % 4 == 0 ? trouble(kind) : answer(), 0, MOST, NOW);
    }
    assertThat(pace.places(0, MOST, NOW)).isEqualTo(16);

    for (int turn = 0; turn < 40; turn++) {
      pace = pace.met(turn % 4 == 0 ? answer() : trouble(kind), 0, MOST, NOW);
    }
    assertThat(pace.places(0, MOST, NOW)).isLessThan(8);
  }

  @Test
  void leavesAnEndpointAloneAsLongAsItAsks() {
    Pace pace =
        Pace.fresh()
            .handedOut(1, NOW)
            .met(refusal(Duration.ofSeconds(30).toMillis()), 0, MOST, NOW);
    Instant over = NOW.plusSeconds(30);

    assertThat(pace.places(0, MOST, over.minusMillis(1))).isZero();
    assertThat(pace.heldUntil(NOW)).isEqualTo(over);
    assertThat(pace.looksAgainAt(0, MOST, NOW)).isEqualTo(over);
    assertThat(pace.places(0, MOST, over)).isPositive();
    assertThat(pace.heldUntil(over)).isNull();
  }

  @Test
  void leavesAnEndpointAloneForAnHourAtMost() {
    Pace pace = Pace.fresh().handedOut(1, NOW).met(refusal(Long.MAX_VALUE), 0, MOST, NOW);

    assertThat(pace.heldUntil(NOW)).isEqualTo(NOW.plusSeconds(3_600));
  }

  @Test
  void saysUntilWhenALimitIsUsedUp() {
    RateLimit usedUp = new RateLimit(6, 0, 60_000L);
    Pace pace = Pace.fresh().met(answer(usedUp, null), 0, MOST, NOW);

    assertThat(pace.places(0, MOST, NOW)).isZero();
    assertThat(pace.heldUntil(NOW)).isEqualTo(NOW.plusSeconds(10));
    assertThat(pace.looksAgainAt(0, MOST, NOW)).isEqualTo(NOW.plusSeconds(10));
    assertThat(pace.places(0, MOST, NOW.plusSeconds(10))).isEqualTo(1);
  }

  @Test
  void doesNotCountOnALimitThatIsOut() {
    Pace pace = Pace.fresh().met(answer(new RateLimit(300, 20, 56_000L), null), 15, MOST, NOW);

    assertThat(pace.places(6, MOST, NOW)).isEqualTo(5);
  }

  @Test
  void takesADailyLimitForWhatItsResetSays() {
    // 14 400 a day, of which 14 400 are used: one comes in every six seconds.
    RateLimit daily = new RateLimit(14_400, 0, Duration.ofDays(1).toMillis());
    Pace pace = Pace.fresh().met(answer(daily, null), 0, MOST, NOW);

    assertThat(pace.looksAgainAt(0, MOST, NOW)).isEqualTo(NOW.plusSeconds(6));
  }

  @Test
  void ofReportsThatCameTogetherTheOneWithTheLeastLeftHolds() {
    List<EndpointReport> together =
        Stream.of(12L, 3L, 25L)
            .map(left -> answer(new RateLimit(300, left, null), null))
            .sorted(Pace.LEAST_LEFT_LAST)
            .toList();
    Pace pace = Pace.fresh();
    for (EndpointReport report : together) {
      pace = pace.met(report, 0, MOST, NOW);
    }

    assertThat(pace.places(0, MOST, NOW)).isEqualTo(3);
  }

  @Test
  void countsOnNoMoreThanASmallBucketHolds() {
    // 300 a minute, of which 30 are kept: full again in six seconds.
    Pace pace = Pace.fresh().met(answer(new RateLimit(300, 0, 6_000L), null), 0, MOST, NOW);

    assertThat(pace.requests().places(1, NOW.plusSeconds(60))).isEqualTo(30);
  }

  @Test
  void asksOnceWhenALimitOfTokensIsSmallerThanARequest() {
    RateLimit small = new RateLimit(300, 0, 60_000L);
    Pace pace = Pace.fresh().met(answer(null, small), 0, MOST, NOW);

    assertThat(pace.places(0, MOST, NOW.plusSeconds(59))).isZero();
    assertThat(pace.places(0, MOST, NOW.plusSeconds(60))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 9223372036854775807, 9223372036854775807",
    "1, 9223372036854775807, 0",
    "9223372036854775807, 0, 9223372036854775807",
    "1, 0, 9223372036854775807"
  })
  void isNotStoppedForGoodByALimitThatCannotBe(long limit, long remaining, long resetMillis) {
    RateLimit odd = new RateLimit(limit, remaining, resetMillis);
    Pace pace = Pace.fresh().met(answer(odd, odd), 0, MOST, NOW);

    assertThat(pace.places(0, MOST, NOW.plus(Duration.ofDays(1)))).isBetween(1, 16);
  }

  @Test
  void isDownAfterFiveTroublesInARow() {
    Pace pace = Pace.fresh();
    for (int trouble = 1; trouble <= 4; trouble++) {
      pace = pace.met(trouble(FailureKind.UNREACHABLE), 0, MOST, NOW.plusSeconds(trouble));
    }
    assertThat(pace.down()).isFalse();
    assertThat(pace.downSince()).isNull();

    Instant now = NOW.plusSeconds(5);
    pace = pace.met(trouble(FailureKind.TIMED_OUT), 0, MOST, now);

    assertThat(pace.down()).isTrue();
    assertThat(pace.downSince()).isEqualTo(NOW.plusSeconds(1));
    assertThat(pace.trouble()).isEqualTo(FailureKind.TIMED_OUT);
    assertThat(pace.places(0, MOST, now)).isZero();
    assertThat(pace.looksAgainAt(0, MOST, now)).isEqualTo(now.plusSeconds(1));
    assertThat(pace.places(0, MOST, now.plusSeconds(1))).isEqualTo(1);
    assertThat(pace.places(MOST, MOST, now.plusSeconds(1))).isZero();
  }

  @Test
  void isNotDownWhenItTakesHalfOfWhatCameAtOnce() {
    Pace pace = Pace.fresh().handedOut(16, NOW);
    for (int out = 15; out >= 6; out--) {
      pace = pace.met(trouble(FailureKind.SERVER_ERROR), out, MOST, NOW);
    }

    assertThat(pace.down()).isFalse();
  }

  @Test
  void probesOneByOneWithPausesThatDouble() {
    Instant now = NOW;
    Pace pace = downAt(now);

    for (int pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      assertThat(pace.looksAgainAt(0, MOST, now)).isEqualTo(now.plusSeconds(pause));
      now = now.plusSeconds(pause);
      assertThat(pace.places(0, MOST, now)).isEqualTo(1);
      pace = pace.handedOut(1, now);
      assertThat(pace.places(1, MOST, now.plusSeconds(100))).isZero();
      assertThat(pace.looksAgainAt(1, MOST, now)).isNull();
      pace = pace.met(trouble(FailureKind.UNREACHABLE), 0, MOST, now);
    }
  }

  @Test
  void goesOnProbingWhenAProbeIsLost() {
    Instant now = NOW.plusSeconds(1);
    Pace pace = downAt(NOW).handedOut(1, now).lost(now);

    assertThat(pace.places(0, MOST, now.plusSeconds(1))).isZero();
    assertThat(pace.places(0, MOST, now.plusSeconds(2))).isEqualTo(1);
  }

  @Test
  void isUpAgainAfterASuccessAndStartsWithFew() {
    Pace pace = downAt(NOW).handedOut(1, NOW.plusSeconds(1)).met(answer(), 0, MOST, NOW);

    assertThat(pace.down()).isFalse();
    assertThat(pace.downSince()).isNull();
    assertThat(pace.trouble()).isNull();
    assertThat(pace.places(0, MOST, NOW.plusSeconds(1))).isEqualTo(4);
  }

  @Test
  void isDownOnlyWhenItRefusesForHalfAMinute() {
    Pace pace = Pace.fresh();
    for (int second = 0; second < 30; second++) {
      pace = pace.met(refusal(null), 0, MOST, NOW.plusSeconds(second));
    }
    assertThat(pace.down()).isFalse();

    assertThat(pace.met(refusal(null), 0, MOST, NOW.plusSeconds(30)).down()).isTrue();
  }

  @Test
  void learnsNothingFromWhatWasNotSent() {
    EndpointReport nothing =
        new EndpointReport(PaceSimulation.ENDPOINT, 0, 0, null, null, null, null, null, null);
    Pace pace = downAt(NOW).met(nothing, 0, MOST, NOW);

    assertThat(pace.down()).isTrue();
    assertThat(Pace.fresh().met(nothing, 0, MOST, NOW).places(0, MOST, NOW)).isEqualTo(16);
  }

  @Test
  void standsAClockThatGoesBack() {
    Pace held =
        Pace.fresh()
            .handedOut(1, NOW)
            .met(refusal(Duration.ofSeconds(30).toMillis()), 0, MOST, NOW);

    Instant little = NOW.minusSeconds(5);
    assertThat(held.heldUntil(little)).isEqualTo(NOW.plusSeconds(30));

    Instant hours = NOW.minus(Duration.ofHours(5));
    assertThat(held.heldUntil(hours)).isEqualTo(hours.plusSeconds(30));
    assertThat(downAt(NOW).looksAgainAt(0, MOST, hours)).isEqualTo(hours.plusSeconds(1));
    assertThat(downAt(NOW).lost(hours).downSince()).isEqualTo(hours);
    RateLimit usedUp = new RateLimit(6, 0, 60_000L);
    assertThat(
            Pace.fresh()
                .met(answer(usedUp, usedUp), 0, MOST, NOW)
                .places(0, MOST, hours.plusSeconds(60)))
        .isZero();
    assertThat(
            Pace.fresh()
                .met(answer(usedUp, null), 0, MOST, NOW)
                .handedOut(0, hours)
                .met(answer(usedUp, null), 0, MOST, hours)
                .places(0, MOST, hours.plusSeconds(60)))
        .isPositive();
  }

  @Test
  void ignoresWhatAnotherVersionStored() {
    Pace pace = Pace.fresh().handedOut(3, NOW).met(refusal(2_000L), 2, MOST, NOW);
    String stored = Json.write(pace).replaceFirst("\\{", "{\"later\":{\"a\":1},");

    assertThat(Json.read(stored, Pace.class)).isEqualTo(pace);
  }

  private static Pace downAt(Instant now) {
    Pace pace = Pace.fresh();
    for (int trouble = 0; trouble < 5; trouble++) {
      pace = pace.met(trouble(FailureKind.UNREACHABLE), 0, MOST, now);
    }
    assertThat(pace.down()).isTrue();
    return pace;
  }

  @Test
  void severalShareAPlaceWhereThereIsEnoughForEachAndTheyAreQuick() {
    assertThat(quick(200).sequence(1_000, 64, NOW)).isEqualTo(15);
    assertThat(quick(20).sequence(1_000, 64, NOW)).isEqualTo(16);
    assertThat(quick(200).sequence(50, 64, NOW)).isEqualTo(3);
    assertThat(quick(200).sequence(50, 10, NOW)).isEqualTo(5);
    assertThat(quick(200).sequence(20, 64, NOW)).isEqualTo(1);
    assertThat(quick(5_000).sequence(1_000, 64, NOW)).isEqualTo(1);
  }

  @Test
  void oneHasItsPlaceAloneWhereTheNextReplyMayChangeSomething() {
    assertThat(Pace.fresh().sequence(1_000, 64, NOW)).isEqualTo(1);
    assertThat(quick(200).met(refusal(100L), 0, MOST, NOW).sequence(1_000, 64, NOW)).isEqualTo(1);
    assertThat(
            quick(200)
                .met(trouble(FailureKind.SERVER_ERROR), 0, MOST, NOW)
                .sequence(1_000, 64, NOW))
        .isEqualTo(1);
    Pace nearItsLimit = quick(200).met(answer(new RateLimit(300, 100, null), null), 0, MOST, NOW);
    assertThat(nearItsLimit.sequence(1_000, 64, NOW)).isEqualTo(1);
    Pace farFromIt = quick(200).met(answer(new RateLimit(300, 290, null), null), 0, MOST, NOW);
    assertThat(farFromIt.sequence(1_000, 64, NOW)).isEqualTo(15);
  }

  /** Of an endpoint that answered one request in that time. */
  private static Pace quick(long millis) {
    return Pace.fresh()
        .handedOut(1, NOW)
        .met(
            new EndpointReport(
                PaceSimulation.ENDPOINT, 1, 1, 250, 250, null, null, null, null, millis),
            0,
            MOST,
            NOW);
  }

  private static EndpointReport answer() {
    return answer(null, null);
  }

  private static EndpointReport answer(RateLimit requests, RateLimit tokens) {
    return new EndpointReport(
        PaceSimulation.ENDPOINT, 1, 1, 250, 250, null, null, requests, tokens);
  }

  private static EndpointReport trouble(FailureKind kind) {
    return new EndpointReport(PaceSimulation.ENDPOINT, 1, 0, null, null, kind, null, null, null);
  }

  private static EndpointReport refusal(Long retryAfterMillis) {
    return new EndpointReport(
        PaceSimulation.ENDPOINT,
        1,
        0,
        null,
        null,
        FailureKind.RATE_LIMITED,
        retryAfterMillis,
        null,
        null);
  }
}
