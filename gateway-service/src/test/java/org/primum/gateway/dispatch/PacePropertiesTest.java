package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.EndpointReport.RateLimit;

/** What holds whatever an endpoint does and whatever the clock does. */
class PacePropertiesTest {

  @Property(tries = 500)
  void neverHandsOutMoreThanMayBeOut(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 200) int most) {
    run(
        steps,
        most,
        (pace, inFlight, now) -> {
          int places = pace.places(inFlight, most, now);
          assertThat(places).isNotNegative();
          assertThat(inFlight + places).isLessThanOrEqualTo(most);
          assertThat(pace.places(most + 5, most, now)).isZero();
        });
  }

  @Property(tries = 500)
  void isReadAsItWasStored(@ForAll("steps") List<Step> steps) {
    run(
        steps,
        50,
        (pace, inFlight, now) ->
            assertThat(Json.read(Json.write(pace), Pace.class)).isEqualTo(pace));
  }

  @Property(tries = 500)
  void knowsWhenItMayHandOutMore(@ForAll("steps") List<Step> steps) {
    run(
        steps,
        50,
        (pace, inFlight, now) -> {
          if (pace.seen() != null && now.isBefore(pace.seen().minusSeconds(60))) {
            return; // A clock put back is only followed for good by the next thing that happens.
          }
          Instant again = pace.looksAgainAt(inFlight, 50, now);
          if (again != null) {
            assertThat(again).isAfterOrEqualTo(now);
            assertThat(pace.places(inFlight, 50, again))
                .isGreaterThan(pace.places(inFlight, 50, now));
          }
          if (inFlight == 0 && pace.places(0, 50, now) == 0) {
            assertThat(again).as("nothing is out that could help").isNotNull();
          }
        });
  }

  @Property(tries = 500)
  void saysSinceWhenItIsDownExactlyWhileItIs(@ForAll("steps") List<Step> steps) {
    run(
        steps,
        50,
        (pace, inFlight, now) -> {
          assertThat(pace.downSince() != null).isEqualTo(pace.down());
          assertThat(!pace.down() || pace.trouble() != null).isTrue();
          assertThat(!pace.down() || pace.places(inFlight, 50, now) <= 1).isTrue();
          Instant held = pace.heldUntil(now);
          assertThat(held == null || held.isAfter(now)).isTrue();
          assertThat(held == null || pace.places(inFlight, 50, now) == 0).isTrue();
        });
  }

  private static void run(List<Step> steps, int most, Check check) {
    Pace pace = Pace.fresh();
    Instant now = PaceSimulation.START;
    int inFlight = 0;
    for (Step step : steps) {
      now = now.plusMillis(step.millis());
      check.holds(pace, inFlight, now);
      if (step.handsOut()) {
        int places = pace.places(inFlight, most, now);
        pace = pace.handedOut(places, now);
        inFlight += places;
      } else if (inFlight > 0 && step.lost()) {
        inFlight--;
        pace = pace.lost(now);
      } else if (inFlight > 0) {
        inFlight--;
        pace = pace.met(step.report(), inFlight, most, now);
      }
      check.holds(pace, inFlight, now);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Long> millis =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.longs().between(0, 2_000)),
            Tuple.of(2, Arbitraries.longs().between(0, 600_000)),
            Tuple.of(1, Arbitraries.longs().between(-100_000, 0)),
            Tuple.of(1, Arbitraries.longs().between(-Duration.ofDays(3).toMillis(), 0)));
    return Combinators.combine(
            millis,
            Arbitraries.integers().between(0, 99).map(chance -> chance < 20),
            Arbitraries.integers().between(0, 99).map(chance -> chance < 3),
            reports())
        .as(Step::new)
        .list()
        .ofMaxSize(120);
  }

  private static Arbitrary<EndpointReport> reports() {
    Arbitrary<FailureKind> trouble =
        Arbitraries.of(
                FailureKind.RATE_LIMITED,
                FailureKind.SERVER_ERROR,
                FailureKind.TIMED_OUT,
                FailureKind.UNREACHABLE,
                FailureKind.UNREADABLE_REPLY)
            .injectNull(0.5);
    Arbitrary<Long> retryAfter = Arbitraries.longs().between(0, 10_000_000).injectNull(0.8);
    Arbitrary<Integer> tokens = Arbitraries.integers().between(0, 100_000).injectNull(0.3);
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            trouble,
            retryAfter,
            tokens,
            limits().injectNull(0.6),
            limits().injectNull(0.6))
        .as(
            (requests, kind, wait, used, requestLimit, tokenLimit) ->
                new EndpointReport(
                    PaceSimulation.ENDPOINT,
                    requests,
                    kind == null ? requests : 0,
                    used,
                    used,
                    kind,
                    wait,
                    requestLimit,
                    tokenLimit));
  }

  private static Arbitrary<RateLimit> limits() {
    Arbitrary<Long> limit =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 1_000), Arbitraries.longs().between(1, Long.MAX_VALUE));
    Arbitrary<Long> remaining =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 1_000), Arbitraries.longs().between(0, Long.MAX_VALUE));
    Arbitrary<Long> reset =
        Arbitraries.oneOf(
                Arbitraries.longs().between(0, 61_000),
                Arbitraries.longs().between(0, Duration.ofDays(365).toMillis()))
            .injectNull(0.2);
    return Combinators.combine(limit, remaining, reset).as(RateLimit::new);
  }

  /**
   * Something that happens.
   *
   * @param millis how much later, or earlier when the clock is put back
   * @param handsOut whether everything is handed out that may be; otherwise one comes back
   * @param lost whether that one is lost
   * @param report what it met otherwise
   */
  record Step(long millis, boolean handsOut, boolean lost, EndpointReport report) {}

  private interface Check {

    void holds(Pace pace, int inFlight, Instant now);
  }
}
