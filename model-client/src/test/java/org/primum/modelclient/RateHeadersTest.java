package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.message.EndpointReport.RateLimit;

class RateHeadersTest {

  private final RateHeaders rates = new RateHeaders(InstantSource.fixed(Asking.NOW));

  @ParameterizedTest
  @CsvSource({
    "1s, 1000",
    "6m0s, 360000",
    "120ms, 120",
    "1h2m3.5s, 3723500",
    "8.64s, 8640",
    "1d2h, 93600000",
    "0s, 0",
    "7, 7000",
    "59.5, 59500",
    "12.5ms, 12",
    "'  1s ', 1000"
  })
  void readsThePeriodsOfOpenAi(String reset, long millis) {
    assertThat(rates.requests(openAi("requests", "300", "0", reset)))
        .isEqualTo(new RateLimit(300, 0, millis));
    assertThat(rates.tokens(openAi("tokens", "300", "0", reset)))
        .isEqualTo(new RateLimit(300, 0, millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-1s", "s", "1e9s", "NaN", "1s1h", "99999999999999999999s", "1.s"})
  void leavesOutAPeriodItCannotRead(String reset) {
    assertThat(rates.requests(openAi("requests", "300", "12", reset)))
        .isEqualTo(new RateLimit(300, 12, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "NaN",
        "Infinity",
        "1e3",
        "0x10",
        "1.5",
        "1,000",
        "99999999999999999999",
        "٣"
      })
  void leavesOutALimitItCannotRead(String count) {
    assertThat(rates.requests(openAi("requests", count, "1", "1s"))).isNull();
    assertThat(rates.requests(openAi("requests", "300", count, "1s"))).isNull();
  }

  @Test
  void leavesOutALimitOfNothing() {
    assertThat(rates.requests(openAi("requests", "0", "0", "1s"))).isNull();
    assertThat(rates.requests(headers(Map.of("x-ratelimit-limit-requests", "300")))).isNull();
    assertThat(rates.tokens(headers(Map.of()))).isNull();
  }

  @Test
  void leavesOutAMegabyte() {
    String megabyte = "9".repeat(1_000_000);

    assertThat(rates.requests(openAi("requests", megabyte, "1", "1s"))).isNull();
    assertThat(rates.requests(openAi("requests", "300", "1", megabyte + "s")))
        .isEqualTo(new RateLimit(300, 1, null));
    assertThat(rates.retryAfter(headers(Map.of("retry-after", "x" + megabyte)))).isEmpty();
    assertThat(rates.retryAfter(headers(Map.of("retry-after", megabyte))))
        .contains(Duration.ofDays(365));
  }

  @Test
  void readsTheTimesOfAnthropic() {
    assertThat(rates.requests(anthropic("requests", "50", "49", "2026-11-23T10:00:30Z")))
        .isEqualTo(new RateLimit(50, 49, 30_000L));
    assertThat(rates.requests(anthropic("requests", "50", "49", "2026-11-23T09:00:00+00:00")))
        .isEqualTo(new RateLimit(50, 49, 0L));
    assertThat(rates.requests(anthropic("requests", "50", "49", "tomorrow")))
        .isEqualTo(new RateLimit(50, 49, null));
    assertThat(rates.requests(anthropic("requests", "50", "49", "+999999999-01-01T00:00:00Z")))
        .isEqualTo(new RateLimit(50, 49, Duration.ofDays(365).toMillis()));
  }

  @Test
  void takesTheLimitOfTokensThatIsNearestToItsEnd() {
    Map<String, String> all = new HashMap<>();
    all.putAll(anthropicValues("tokens", "100000", "50000", "2026-11-23T10:00:10Z"));
    all.putAll(anthropicValues("input-tokens", "80000", "79000", "2026-11-23T10:00:20Z"));
    all.putAll(anthropicValues("output-tokens", "20000", "400", "2026-11-23T10:00:30Z"));

    assertThat(rates.tokens(headers(all))).isEqualTo(new RateLimit(20_000, 400, 30_000L));
  }

  @ParameterizedTest
  @CsvSource({"1500, 1500", "20.5, 21", "0, 0"})
  void prefersTheWaitInMilliseconds(String value, long millis) {
    assertThat(rates.retryAfter(headers(Map.of("retry-after-ms", value, "retry-after", "9"))))
        .contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "99999999999999999999", "soon", ""})
  void fallsBackToTheWaitInSeconds(String value) {
    assertThat(rates.retryAfter(headers(Map.of("retry-after-ms", value, "retry-after", "9"))))
        .contains(Duration.ofSeconds(9));
  }

  @Property
  void standsWhateverTheValuesAre(
      @ForAll String limit, @ForAll String remaining, @ForAll String reset) {
    for (HttpHeaders headers :
        List.of(
            openAi("requests", limit, remaining, reset),
            openAi("requests", "300", "3", reset),
            anthropic("requests", limit, remaining, reset),
            anthropic("requests", "300", "3", reset))) {
      RateLimit read = rates.requests(headers);
      assertThat(read == null || read.limit() > 0 && read.remaining() >= 0).isTrue();
    }
    assertThat(rates.retryAfter(headers(Map.of("retry-after", reset, "retry-after-ms", limit))))
        .satisfiesAnyOf(
            wait -> assertThat(wait).isEmpty(),
            wait -> assertThat(wait.orElseThrow().isNegative()).isFalse());
  }

  private static HttpHeaders openAi(String what, String limit, String remaining, String reset) {
    return headers(
        Map.of(
            "x-ratelimit-limit-" + what,
            limit,
            "x-ratelimit-remaining-" + what,
            remaining,
            "x-ratelimit-reset-" + what,
            reset));
  }

  private static HttpHeaders anthropic(String what, String limit, String remaining, String reset) {
    return headers(anthropicValues(what, limit, remaining, reset));
  }

  private static Map<String, String> anthropicValues(
      String what, String limit, String remaining, String reset) {
    return Map.of(
        "anthropic-ratelimit-" + what + "-limit",
        limit,
        "anthropic-ratelimit-" + what + "-remaining",
        remaining,
        "anthropic-ratelimit-" + what + "-reset",
        reset);
  }

  private static HttpHeaders headers(Map<String, String> values) {
    Map<String, List<String>> lists = new HashMap<>();
    values.forEach((name, value) -> lists.put(name, List.of(value)));
    return HttpHeaders.of(lists, (name, value) -> true);
  }
}
