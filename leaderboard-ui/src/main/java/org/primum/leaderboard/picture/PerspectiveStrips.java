package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.Scale.Tick;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Quartiles;
import org.primum.protocol.suite.Suites;

/**
 * How the models of a group lie in every suite, and where one of them stands among them. Everything
 * is turned so that further right is better.
 *
 * @param rows one a suite
 * @param ticks along the scale from 0 to 100 %
 * @param models how many models the group has
 * @param own whether one model is looked at
 * @param takeaway what can be seen, in a sentence
 */
public record PerspectiveStrips(
    List<Row> rows, List<Tick> ticks, int models, boolean own, String takeaway) {

  /** How high a row is, in pixels. */
  public static final int ROW = 76;

  /** The units of a drawing of lines, which stretches. */
  private static final int UNITS = 1_000;

  private static final Scale ACROSS = Scale.ofShares(0, 100);

  /**
   * One suite.
   *
   * @param perspective whose risk
   * @param suite the suite's id
   * @param title its name
   * @param what what goes to the right
   * @param y where the row begins, in pixels
   * @param count how many models have it
   * @param quartiles of the group
   * @param lines where the models are, as a path
   * @param boxStart where the middle half begins, in percent
   * @param boxWidth how wide it is
   * @param median where the middle is
   * @param good the model's own share, or null
   * @param point where that is
   * @param left where its interval begins
   * @param right where it ends
   */
  public record Row(
      String perspective,
      String suite,
      String title,
      String what,
      int y,
      int count,
      Quartiles quartiles,
      String lines,
      double boxStart,
      double boxWidth,
      double median,
      Estimate good,
      double point,
      double left,
      double right) {

    /** What stands at the end of the row's title. */
    public String value() {
      return good == null
          ? "median " + Formatting.share(quartiles.median())
          : Formatting.percent(good);
    }

    /** The id of the suite's measure, which the page about the method explains. */
    public String measure() {
      return Suites.of(suite).measure().id();
    }

    private boolean below() {
      return good != null && good.upper() < quartiles.lower();
    }

    private boolean above() {
      return good != null && good.lower() > quartiles.upper();
    }
  }

  /** The drawing's height. */
  public int height() {
    return rows.size() * ROW + 24;
  }

  /** Where the labels of the scale stand. */
  public int foot() {
    return rows.size() * ROW + 16;
  }

  /** Of a group, with one model looked at or none; empty while nothing is scored. */
  public static Optional<PerspectiveStrips> of(List<GroupMember> members, UUID chosen) {
    Optional<GroupMember> own =
        members.stream().filter(member -> member.model().id().equals(chosen)).findFirst();
    List<Row> rows = new ArrayList<>();
    for (SuiteResult suite : TradeOff.suites(members)) {
      List<Side> sides =
          members.stream().flatMap(member -> member.side(suite.id()).stream()).toList();
      if (!sides.isEmpty()) {
        rows.add(
            row(
                sides,
                own.flatMap(member -> member.side(suite.id())).orElse(null),
                rows.size() * ROW));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PerspectiveStrips(
                List.copyOf(rows),
                ACROSS.ticks(5),
                members.size(),
                rows.stream().anyMatch(row -> row.good() != null),
                takeaway(rows, members.size())));
  }

  private static Row row(List<Side> sides, Side own, int y) {
    Side any = sides.getFirst();
    Quartiles quartiles =
        Quartiles.of(sides.stream().mapToDouble(side -> side.good().value()).toArray());
    Estimate good = own == null ? null : own.good();
    return new Row(
        any.perspective().title(),
        any.suite(),
        any.title(),
        any.what(),
        y,
        sides.size(),
        quartiles,
        lines(sides),
        ACROSS.at(quartiles.lower()),
        Math.max(0.4, ACROSS.between(quartiles.lower(), quartiles.upper())),
        ACROSS.at(quartiles.median()),
        good,
        good == null ? 0 : ACROSS.at(good.value()),
        good == null ? 0 : ACROSS.at(good.lower()),
        good == null ? 0 : ACROSS.at(good.upper()));
  }

  /** A short line for each model; those at one place share one. */
  private static String lines(List<Side> sides) {
    return sides.stream()
        .map(side -> (int) Math.round(UNITS * Math.clamp(side.good().value(), 0, 1)))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(place -> "M" + place + " 2v12")
        .collect(Collectors.joining());
  }

  private static String takeaway(List<Row> rows, int models) {
    List<String> below = rows.stream().filter(Row::below).map(Row::title).toList();
    List<String> above = rows.stream().filter(Row::above).map(Row::title).toList();
    boolean own = rows.stream().map(Row::good).anyMatch(Objects::nonNull);
    if (!own) {
      Row lowest =
          rows.stream()
              .min(Comparator.comparingDouble(row -> row.quartiles().median()))
              .orElseThrow();
      return "The %s of this group do worst in %s: half of them reach %s or less."
          .formatted(
              Formatting.counted(models, "model"),
              lowest.title(),
              Formatting.share(lowest.quartiles().median()));
    }
    if (below.isEmpty() && above.isEmpty()) {
      return "In no suite does its interval leave the middle half of the group's %s."
          .formatted(Formatting.counted(models, "model"));
    }
    List<String> parts = new ArrayList<>();
    if (!below.isEmpty()) {
      parts.add("below the middle half of the group in " + String.join(", ", below));
    }
    if (!above.isEmpty()) {
      parts.add("above it in " + String.join(", ", above));
    }
    return "Its interval lies wholly %s."
        .formatted(
            String.join(" and ", parts)
                .replaceFirst("^above it", "above the middle half of the group"));
  }
}
