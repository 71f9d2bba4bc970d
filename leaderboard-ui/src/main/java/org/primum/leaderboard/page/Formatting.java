package org.primum.leaderboard.page;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.primum.leaderboard.gateway.EvaluationEstimate;
import org.primum.leaderboard.result.Coverage;
import org.primum.leaderboard.result.Verdicts;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationCost;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.RankRange;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** How numbers, times and states read on pages. */
@TemplateExtension
public final class Formatting {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Formatting() {}

  /** 0.6888 as {@code 68.9%}. */
  public static String percent(Estimate estimate) {
    return share(estimate.value());
  }

  /** How much was scored, {@code 98.3%}; 100% only where nothing is missing. */
  public static String percent(Coverage coverage) {
    return coverage.asked() == 0
        ? "none"
        : coverage.full()
            ? "100%"
            : String.format(
                Locale.ROOT,
                "%.1f%%",
                Math.floor(1000.0 * coverage.scored() / coverage.asked()) / 10);
  }

  /** The interval of a rate as {@code 64.6–72.9%}. */
  public static String range(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.1f–%.1f%%", 100 * estimate.lower(), 100 * estimate.upper());
  }

  /** A mean as {@code 1.86}. */
  public static String decimal(Estimate estimate) {
    return String.format(Locale.ROOT, "%.2f", estimate.value());
  }

  /** The interval of a mean as {@code 1.75–1.98}. */
  public static String decimalRange(Estimate estimate) {
    return String.format(Locale.ROOT, "%.2f–%.2f", estimate.lower(), estimate.upper());
  }

  /** The bar of a rate. */
  public static Interval interval(Estimate estimate) {
    return Interval.of(estimate);
  }

  /** Where the bounds of a rate lie on its bar. */
  public static Interval interval(Bounds bounds) {
    return Interval.of(bounds);
  }

  /** A rate if every missing answer counted against the model. */
  public static String worst(Rate rate) {
    return share(rate.higherIsBetter() ? rate.bounds().lower() : rate.bounds().upper());
  }

  /** A rate if every missing answer counted for the model. */
  public static String best(Rate rate) {
    return share(rate.higherIsBetter() ? rate.bounds().upper() : rate.bounds().lower());
  }

  /** A difference of rates in percentage points, with its sign: {@code +3.1 points}. */
  public static String points(Estimate difference) {
    return signed(difference.value()) + " points";
  }

  /** The interval of a difference: {@code −1.2 to +7.4 points}. */
  public static String pointsRange(Estimate difference) {
    return "%s to %s points".formatted(signed(difference.lower()), signed(difference.upper()));
  }

  /** A range of ranks: {@code 2}, {@code 1–3}. */
  public static String words(RankRange rank) {
    return rank.exact()
        ? Integer.toString(rank.first())
        : "%d–%d".formatted(rank.first(), rank.last());
  }

  /** Whether anything was asked that may cost. */
  public static boolean used(EvaluationCost cost) {
    return cost.model().requests() + cost.judges().requests() > 0;
  }

  /** Whether what was under way at the end came to more than the limit. */
  public static boolean overLimit(EvaluationCost cost) {
    return cost.limit() != null && cost.spent() != null && cost.spent().compareTo(cost.limit()) > 0;
  }

  /** How far repeats spread, in percentage points: {@code 1.5 points (95% interval 0.8 to 9.2)}. */
  public static String spread(Estimate deviation) {
    return String.format(
        Locale.ROOT,
        "%.1f points (95%% interval %.1f to %.1f)",
        100 * deviation.value(),
        100 * deviation.lower(),
        100 * deviation.upper());
  }

  /** Shares in a row: {@code 68.9%, 67.2%}. */
  public static String shares(List<Double> values) {
    return String.join(", ", values.stream().map(Formatting::share).toList());
  }

  /** Which way is good, in words; empty where a rate only describes. */
  public static String direction(Rate rate) {
    return switch (rate.better()) {
      case HIGHER -> "higher is better";
      case LOWER -> "lower is better";
      case NEITHER -> "neither way is better";
    };
  }

  /** 24 Nov 2026, 14:05 UTC. */
  public static String minute(Instant instant) {
    return DAY_AND_TIME.format(instant);
  }

  /** 24 Nov 2026. */
  public static String day(Instant instant) {
    return DAY.format(instant);
  }

  /** A duration a person waits for: {@code less than a minute}, {@code about 3 minutes}. */
  public static String about(Duration duration) {
    long minutes = Math.round(duration.toSeconds() / 60.0);
    if (duration.toSeconds() < 50) {
      return "less than a minute";
    }
    if (minutes < 60) {
      return "about " + counted(minutes, "minute");
    }
    long halfHours = Math.round(minutes / 30.0);
    return halfHours % 2 == 0
        ? "about " + counted(halfHours / 2, "hour")
        : "about %d½ hours".formatted(halfHours / 2);
  }

  /** How long an evaluation may take: {@code 3 to 5 minutes}; null where that is not known. */
  public static String time(EvaluationEstimate estimate) {
    return estimate.secondsHigh() == null
        ? null
        : TimeSpan.words(estimate.secondsLow(), estimate.secondsHigh());
  }

  /** Money, with as many decimals as tell something: {@code 12.30 EUR}, {@code 0.0042 EUR}. */
  public static String money(BigDecimal sum, String currency) {
    BigDecimal smallest = new BigDecimal("0.0001");
    if (sum.signum() > 0 && sum.compareTo(smallest) < 0) {
      return "less than %s %s".formatted(smallest.toPlainString(), currency);
    }
    int decimals = sum.signum() == 0 || sum.compareTo(BigDecimal.ONE) >= 0 ? 2 : 4;
    return "%s %s"
        .formatted(sum.setScale(decimals, RoundingMode.HALF_UP).toPlainString(), currency);
  }

  /** A sum as it may be entered. */
  public static String plain(BigDecimal sum) {
    return sum.stripTrailingZeros().toPlainString();
  }

  /** 24 Nov 2026. */
  public static String day(LocalDate date) {
    return DAY.format(date.atStartOfDay(ZoneOffset.UTC));
  }

  /** A state as a person would say it. */
  public static String words(EvaluationState state) {
    return switch (state) {
      case QUEUED -> "Waiting to start";
      case RUNNING -> "Running";
      case JUDGING -> "Being judged";
      case COMPLETE -> "Complete";
      case FAILED -> "Failed";
      case CANCELLED -> "Cancelled";
    };
  }

  /** A kind of failure as a sentence. */
  public static String words(FailureKind kind) {
    String sentence = kind.sentence();
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** A version as forms name it. */
  public static String chosen(BenchmarkChanged version) {
    return version.benchmark() + "/" + version.version();
  }

  /** Names in a row. */
  public static String listed(List<String> names) {
    return String.join(", ", names);
  }

  /** The first words of a text, for a list. */
  public static String start(String text) {
    int most = 160;
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }

  /**
   * What is wrong with a field: a whole sentence as it is, a part of one after the field's name.
   */
  public static String sentence(String label, String problem) {
    return Character.isLowerCase(problem.codePointAt(0))
        ? "%s %s.".formatted(label, problem)
        : problem;
  }

  /** A number with its word, in the plural where it needs one. */
  public static String counted(Number number, String word) {
    return number.longValue() == 1 ? "1 " + word : number + " " + word + "s";
  }

  /** A number, rounded to a whole one, with commas between thousands. */
  public static String grouped(Number number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number.doubleValue()));
  }

  /** A setting as short as it can be written: {@code 0}, {@code 0.7}. */
  public static String plain(Double setting) {
    return BigDecimal.valueOf(setting).stripTrailingZeros().toPlainString();
  }

  /** As part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The name of an item's category; its id where the version brings its own categories. */
  public static String categoryTitle(Item item) {
    return Suites.find(item.suite())
        .map(suite -> suite.categories().get(item.category()))
        .orElse(item.category());
  }

  /** The name of an item's suite. */
  public static String suiteTitle(Item item) {
    return Suites.find(item.suite()).map(Suite::title).orElse(item.suite());
  }

  /** What a label of a part of an answer says. */
  public static String meaning(LabelledPart part, Suite suite) {
    return Verdicts.meaning(suite, part.label());
  }

  /** What a verdict on an item of that suite says. */
  public static String meaning(Verdict verdict, Suite suite) {
    return Verdicts.meaning(suite, verdict.label());
  }

  /** A share as {@code 68.9%}. */
  public static String share(Double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** With a real minus sign, which is as wide as a plus. */
  private static String signed(double share) {
    double points = Math.round(1_000 * share) / 10.0;
    String sign = points < 0 ? "−" : points > 0 ? "+" : "";
    return sign + String.format(Locale.ROOT, "%.1f", Math.abs(points));
  }
}
