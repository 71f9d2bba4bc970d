package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.Scale.Tick;
import org.primum.leaderboard.result.CountTable.Cell;
import org.primum.leaderboard.result.SuiteResult;

/**
 * How often each score was given, and how often in the mean of the group.
 *
 * @param suite the suite's id
 * @param title its name
 * @param bars one a score
 * @param ticks up the drawing
 * @param others how many models are in the group's mean; 0 where it is not drawn
 * @param own whether one model is looked at
 * @param takeaway what can be seen, in a sentence
 */
public record ScoreHistogram(
    String suite,
    String title,
    List<Bar> bars,
    List<Tick> ticks,
    int others,
    boolean own,
    String takeaway) {

  /** How high the bars may be, in pixels. */
  public static final int HEIGHT = 150;

  private static final double GAP = 3;

  /** Text needs so much room, in pixels. */
  private static final double LINE = 22;

  /**
   * One score.
   *
   * @param label the score
   * @param meaning what it says
   * @param count how many answers got it; null where no model is looked at
   * @param share of the model's scored answers, from 0 to 1; null where no model is looked at
   * @param group mean share over the models of the group; null where it has no other model
   * @param x where the bar begins, in percent
   * @param width how wide it is
   * @param middle where its label stands
   * @param top where it ends, in pixels from the top
   * @param height how high it is
   * @param line where the group's mean lies
   */
  public record Bar(
      String label,
      String meaning,
      Integer count,
      Double share,
      Double group,
      double x,
      double width,
      double middle,
      double top,
      double height,
      double line) {

    /** Where the share is written: above the bar, and above the line where that is near. */
    public double labelY() {
      boolean near = share != null && group != null && line <= top && top - line < LINE;
      return near ? line : top;
    }

    /** Where the line of the group's mean begins, a little before the bar. */
    public double before() {
      return Scale.round(x - GAP / 2);
    }

    /** Where it ends. */
    public double after() {
      return Scale.round(x + width + GAP / 2);
    }
  }

  /** The drawing's height without what stands below the bars. */
  public int height() {
    return HEIGHT;
  }

  /** One a suite whose verdicts are scores; of one model, or of the whole group. */
  public static List<ScoreHistogram> of(List<GroupMember> members, UUID chosen) {
    Optional<GroupMember> own =
        members.stream().filter(member -> member.model().id().equals(chosen)).findFirst();
    return TradeOff.suites(members).stream()
        .map(suite -> of(members, own.orElse(null), suite.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static ScoreHistogram of(List<GroupMember> members, GroupMember own, String suite) {
    List<List<Cell>> all =
        members.stream()
            .flatMap(member -> member.suite(suite).stream())
            .filter(ScoreHistogram::scored)
            .map(ScoreHistogram::cells)
            .toList();
    Optional<SuiteResult> found = own == null ? Optional.empty() : own.suite(suite);
    List<Cell> ofOwn = found.filter(ScoreHistogram::scored).map(ScoreHistogram::cells).orElse(null);
    if (all.isEmpty() || (own != null && ofOwn == null)) {
      return null;
    }
    Map<String, Double> means = new HashMap<>();
    all.forEach(
        cells ->
            cells.forEach(
                cell -> means.merge(cell.label(), cell.percent() / 100 / all.size(), Double::sum)));
    boolean compared = ofOwn == null || all.size() > 1;
    double highest =
        Math.max(
            means.values().stream().mapToDouble(Double::doubleValue).max().orElse(1),
            ofOwn == null ? 0 : ofOwn.stream().mapToDouble(Cell::percent).max().orElse(0) / 100);
    Scale up = new Scale(0, Math.clamp(Math.ceil(highest * 5) / 5, 0.2, 1), HEIGHT, 0);
    List<Bar> bars = new ArrayList<>();
    List<Cell> labels = ofOwn == null ? all.getFirst() : ofOwn;
    for (int at = 0; at < labels.size(); at++) {
      Cell cell = labels.get(at);
      double width = 100.0 / labels.size();
      Double share = ofOwn == null ? null : cell.percent() / 100;
      Double group = compared ? means.getOrDefault(cell.label(), 0.0) : null;
      double drawn = share == null ? group : share;
      bars.add(
          new Bar(
              cell.label(),
              cell.meaning(),
              ofOwn == null ? null : cell.count(),
              share,
              group,
              Scale.round(at * width + GAP),
              Scale.round(width - 2 * GAP),
              Scale.round((at + 0.5) * width),
              up.at(drawn),
              Scale.round(HEIGHT - up.at(drawn)),
              group == null ? 0 : up.at(group)));
    }
    return new ScoreHistogram(
        suite,
        members.stream()
            .flatMap(member -> member.suite(suite).stream())
            .map(SuiteResult::title)
            .findFirst()
            .orElse(suite),
        List.copyOf(bars),
        up.ticks(4),
        compared ? all.size() : 0,
        ofOwn != null,
        takeaway(bars));
  }

  private static boolean scored(SuiteResult suite) {
    return suite.mean() != null && !suite.tables().isEmpty();
  }

  private static List<Cell> cells(SuiteResult suite) {
    return suite.tables().getFirst().rows().getFirst().cells();
  }

  private static String takeaway(List<Bar> bars) {
    Bar last = bars.getLast();
    if (last.share() == null) {
      return "In the mean of the group %s of the answers got the worst score, %s, and %s the best."
          .formatted(
              Formatting.share(last.group()),
              last.label(),
              Formatting.share(bars.getFirst().group()));
    }
    String own =
        "%s of its scored answers got the worst score, %s, and %s the best"
            .formatted(
                Formatting.share(last.share()),
                last.label(),
                Formatting.share(bars.getFirst().share()));
    return last.group() == null
        ? own + "."
        : own
            + "; in the mean of the group it is %s and %s."
                .formatted(
                    Formatting.share(last.group()), Formatting.share(bars.getFirst().group()));
  }
}
