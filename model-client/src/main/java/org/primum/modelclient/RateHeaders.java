package org.primum.modelclient;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.primum.protocol.message.EndpointReport.RateLimit;

/**
 * What an endpoint says in its headers about how much it takes, in the manner of OpenAI and of
 * Anthropic. A value that cannot be understood counts as not said.
 */
final class RateHeaders {

  private static final String OPENAI = "x-ratelimit-";
  private static final String ANTHROPIC = "anthropic-ratelimit-";

  private static final int LONGEST_VALUE = 64;
  private static final int LONGEST_SECONDS = 9;
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,9})?");

  /** As in 1h2m3.5s or 120ms. */
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m(?!s))?"
              + "(?:(\\d{1,8}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)ms)?");

  private final InstantSource clock;

  RateHeaders(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * How long the endpoint asks to be left alone: a number of milliseconds or seconds, or a date.
   */
  Optional<Duration> retryAfter(HttpHeaders headers) {
    return value(headers, "retry-after-ms")
        .filter(value -> DECIMAL.matcher(value).matches())
        .map(value -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(value))))
        .or(() -> headers.firstValue("retry-after").map(String::strip).flatMap(this::wait));
  }

  /** The limit of requests, or null. */
  RateLimit requests(HttpHeaders headers) {
    return openAi(headers, "requests").or(() -> anthropic(headers, "requests")).orElse(null);
  }

  /** The limit of tokens, or null; of several limits the one that is nearest to its end. */
  RateLimit tokens(HttpHeaders headers) {
    return openAi(headers, "tokens")
        .or(
            () ->
                Stream.of("tokens", "input-tokens", "output-tokens")
                    .flatMap(what -> anthropic(headers, what).stream())
                    .min(
                        (one, other) ->
                            Double.compare(
                                (double) one.remaining() / one.limit(),
                                (double) other.remaining() / other.limit())))
        .orElse(null);
  }

  private Optional<RateLimit> openAi(HttpHeaders headers, String what) {
    return limit(
        count(headers, OPENAI + "limit-" + what),
        count(headers, OPENAI + "remaining-" + what),
        value(headers, OPENAI + "reset-" + what).flatMap(RateHeaders::period));
  }

  private Optional<RateLimit> anthropic(HttpHeaders headers, String what) {
    return limit(
        count(headers, ANTHROPIC + what + "-limit"),
        count(headers, ANTHROPIC + what + "-remaining"),
        value(headers, ANTHROPIC + what + "-reset").flatMap(this::untilTime));
  }

  private static Optional<RateLimit> limit(
      Optional<Long> limit, Optional<Long> remaining, Optional<Duration> reset) {
    if (limit.isEmpty() || limit.get() == 0 || remaining.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RateLimit(limit.get(), remaining.get(), reset.map(Duration::toMillis).orElse(null)));
  }

  private static Optional<Long> count(HttpHeaders headers, String name) {
    return value(headers, name)
        .filter(value -> COUNT.matcher(value).matches())
        .map(Long::parseLong);
  }

  private static Optional<String> value(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .filter(value -> value.length() <= LONGEST_VALUE)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<Duration> period(String value) {
    if (DECIMAL.matcher(value).matches()) {
      return Optional.of(seconds(value));
    }
    Matcher period = PERIOD.matcher(value);
    if (!period.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(whole(period.group(1)))
            .plusHours(whole(period.group(2)))
            .plusMinutes(whole(period.group(3)))
            .plus(seconds(period.group(4)))
            .plus(seconds(period.group(5)).dividedBy(1_000)));
  }

  private static long whole(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Duration seconds(String decimal) {
    return decimal == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.round(Double.parseDouble(decimal) * 1e6) * 1_000);
  }

  private Optional<Duration> wait(String value) {
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(
          value.length() > LONGEST_SECONDS
              ? LONGEST_WAIT
              : Duration.ofSeconds(Long.parseLong(value)));
    }
    if (value.length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          until(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private Optional<Duration> untilTime(String value) {
    try {
      return Optional.of(until(OffsetDateTime.parse(value).toInstant()));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private Duration until(Instant time) {
    Duration wait = Duration.between(clock.instant(), time);
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
