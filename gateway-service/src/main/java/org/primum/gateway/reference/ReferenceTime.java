package org.primum.gateway.reference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Times as the reference code writes them: UTC without saying so, to the microsecond. */
final class ReferenceTime {

  private static final DateTimeFormatter WITH_MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter WITHOUT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private ReferenceTime() {}

  static String write(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    return (local.getNano() == 0 ? WITHOUT : WITH_MICROSECONDS).format(local);
  }

  /**
   * Reads a time, with a zone or without.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static Instant read(String text, String field) {
    Instant time;
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      time =
          parsed instanceof OffsetDateTime offset
              ? offset.toInstant()
              : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(
          field + " is not a time such as 2026-04-25T09:02:10.449152", wrong);
    }
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException(field + " is not a time of this age");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
