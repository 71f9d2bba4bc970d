package org.primum.leaderboard.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.Scale.Tick;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.statistics.Difference;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Holm;

/**
 * How a model did on one benchmark over time: on its versions, and again on the same.
 *
 * @param benchmark the benchmark's name
 * @param runs the evaluations, the oldest first
 * @param panels one a suite
 * @param takeaway what can be seen, in a sentence
 */
public record VersionChanges(
    String benchmark, List<Run> runs, List<Panel> panels, String takeaway) {

  /** How high a panel's drawing is, in pixels. */
  public static final int HEIGHT = 130;

  /** More columns would leave too little room for their labels on a telephone. */
  private static final int MOST_RUNS = 5;

  private static final int VERSION = 9;
  private static final double LEVEL = 0.05;

  /**
   * One evaluation.
   *
   * @param evaluation its id
   * @param version the benchmark's version
   * @param label the same as it fits below a column
   * @param finishedAt when it ended
   * @param again whether it is of the same comparable group as the one before
   */
  public record Run(
      UUID evaluation, String version, String label, Instant finishedAt, boolean again) {}

  /**
   * One suite over the evaluations.
   *
   * @param suite the suite's id
   * @param title its name
   * @param what what goes up
   * @param points one an evaluation that has the suite
   * @param lines between neighbours
   * @param ticks up the drawing
   */
  public record Panel(
      String suite,
      String title,
      String what,
      List<Point> points,
      List<Line> lines,
      List<Tick> ticks) {

    /** What is seen, for who does not see it. */
    public String words() {
      return String.join(
          ", then ",
          points.stream()
              .map(point -> point.run().version() + ": " + Formatting.percent(point.good()))
              .toList());
    }
  }

  /**
   * One evaluation in one suite.
   *
   * @param run the evaluation
   * @param good what went well
   * @param x from the left, in percent
   * @param y from the top, in pixels
   * @param top where its interval begins
   * @param bottom where it ends
   */
  public record Point(Run run, Estimate good, double x, double y, double top, double bottom) {}

  /** Between two evaluations; whether they asked the same. */
  public record Line(double fromX, double fromY, double toX, double toY, boolean again) {}

  /** The height of a panel's drawing. */
  public int height() {
    return HEIGHT;
  }

  /** Whether some evaluation asked the same as the one before. */
  public boolean anyAgain() {
    return runs.stream().anyMatch(Run::again);
  }

  /** Whether some evaluation asked something else than the one before. */
  public boolean anyOther() {
    return runs.stream().skip(1).anyMatch(run -> !run.again());
  }

  /**
   * Of a model's own complete evaluations on one benchmark.
   *
   * @param newestFirst all evaluations of the model
   * @return empty where there are not two of them
   */
  public static Optional<VersionChanges> of(List<EvaluationChanged> newestFirst, String benchmark) {
    List<EvaluationChanged> complete =
        newestFirst.stream()
            .filter(one -> one.state() == EvaluationState.COMPLETE)
            .filter(one -> !one.imported() && !one.withdrawn())
            .filter(one -> one.benchmark().equals(benchmark))
            .limit(MOST_RUNS)
            .toList()
            .reversed();
    if (complete.size() < 2) {
      return Optional.empty();
    }
    List<Run> runs = new ArrayList<>();
    List<GroupMember> found = complete.stream().map(GroupMember::of).toList();
    for (int at = 0; at < complete.size(); at++) {
      EvaluationChanged one = complete.get(at);
      runs.add(
          new Run(
              one.id(),
              one.version(),
              Label.cut(one.version(), VERSION),
              one.finishedAt(),
              at > 0 && one.group() != null && one.group().equals(complete.get(at - 1).group())));
    }
    Scale up = Scale.around(reach(found), HEIGHT, 0);
    List<Panel> panels =
        TradeOff.suites(found).stream()
            .map(suite -> panel(suite, found, runs, up))
            .filter(Objects::nonNull)
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new VersionChanges(benchmark, List.copyOf(runs), panels, takeaway(panels)));
  }

  private static List<Double> reach(List<GroupMember> found) {
    return found.stream()
        .flatMap(one -> one.suites().stream())
        .flatMap(suite -> Side.of(suite).stream())
        .flatMap(side -> Stream.of(side.good().lower(), side.good().upper()))
        .toList();
  }

  private static Panel panel(SuiteResult suite, List<GroupMember> found, List<Run> runs, Scale up) {
    List<Point> points = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    String what = "";
    for (int at = 0; at < runs.size(); at++) {
      Optional<Side> side = found.get(at).side(suite.id());
      if (side.isEmpty()) {
        continue;
      }
      what = side.get().what();
      Estimate good = side.get().good();
      Point point =
          new Point(
              runs.get(at),
              good,
              Scale.round(100 * (at + 0.5) / runs.size()),
              up.at(good.value()),
              up.at(good.upper()),
              up.at(good.lower()));
      if (!points.isEmpty()) {
        Point before = points.getLast();
        boolean neighbours = at > 0 && before.run().equals(runs.get(at - 1));
        lines.add(
            new Line(
                before.x(), before.y(), point.x(), point.y(), neighbours && runs.get(at).again()));
      }
      points.add(point);
    }
    return points.size() < 2
        ? null
        : new Panel(
            suite.id(), suite.title(), what, List.copyOf(points), List.copyOf(lines), up.ticks(3));
  }

  /** The tests of all suites are adjusted together. */
  private static String takeaway(List<Panel> panels) {
    List<Estimate> differences = panels.stream().map(VersionChanges::lastChange).toList();
    double[] adjusted = Holm.adjust(differences.stream().mapToDouble(Difference::pValue).toArray());
    List<String> changed = new ArrayList<>();
    for (int at = 0; at < adjusted.length; at++) {
      if (adjusted[at] <= LEVEL) {
        changed.add(
            "%s (%s)".formatted(panels.get(at).title(), Formatting.points(differences.get(at))));
      }
    }
    return changed.isEmpty()
        ? "Between the last two evaluations no share moved by more than chance can."
        : "Between the last two evaluations these moved by more than chance alone: %s."
            .formatted(String.join(", ", changed));
  }

  private static Estimate lastChange(Panel panel) {
    List<Point> points = panel.points();
    return Difference.of(points.getLast().good(), points.get(points.size() - 2).good());
  }
}
