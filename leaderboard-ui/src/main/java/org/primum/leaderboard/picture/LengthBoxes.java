package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.Scale.Tick;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.Verdicts;
import org.primum.protocol.statistics.Quartiles;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * How long the answers are that got each verdict of a suite.
 *
 * @param suite the suite's id
 * @param title its name
 * @param boxes one a verdict
 * @param ticks along the scale, in characters
 * @param takeaway what can be seen, in a sentence
 */
public record LengthBoxes(
    String suite, String title, List<Box> boxes, List<Tick> ticks, String takeaway) {

  /** How high a row is, in pixels. */
  public static final int ROW = 46;

  /**
   * The answers with one verdict.
   *
   * @param label the verdict
   * @param meaning what it says
   * @param lengths in characters; null where no answer got it
   * @param y where the row begins, in pixels
   * @param start where the middle half begins, in percent
   * @param width how wide it is
   * @param median where the middle is
   */
  public record Box(
      String label,
      String meaning,
      Quartiles lengths,
      int y,
      double start,
      double width,
      double median) {}

  /** The drawing's height. */
  public int height() {
    return boxes.size() * ROW + 24;
  }

  /** Where the labels of the scale stand. */
  public int foot() {
    return boxes.size() * ROW + 16;
  }

  /** One a suite that scores harm and of which lengths are known. */
  public static List<LengthBoxes> of(
      List<SuiteResult> suites, Map<String, SortedMap<String, Quartiles>> lengths) {
    return suites.stream()
        .filter(suite -> suite.mean() != null && lengths.containsKey(suite.id()))
        .map(suite -> of(Suites.of(suite.id()), lengths.get(suite.id())))
        .filter(Objects::nonNull)
        .toList();
  }

  private static LengthBoxes of(Suite suite, SortedMap<String, Quartiles> lengths) {
    List<String> labels = List.copyOf(suite.measure().labels().keySet());
    if (labels.stream().noneMatch(lengths::containsKey)) {
      return null;
    }
    Scale across =
        Scale.upTo(lengths.values().stream().mapToDouble(Quartiles::upper).max().orElse(1), 1, 97);
    List<Box> boxes = new ArrayList<>();
    for (String label : labels) {
      Quartiles found = lengths.get(label);
      boxes.add(
          new Box(
              label,
              Verdicts.meaning(suite, label),
              found,
              boxes.size() * ROW,
              found == null ? 0 : across.at(found.lower()),
              found == null ? 0 : Math.max(0.4, across.between(found.lower(), found.upper())),
              found == null ? 0 : across.at(found.median())));
    }
    return new LengthBoxes(
        suite.id(),
        suite.title(),
        List.copyOf(boxes),
        across.ticks(4, Formatting::grouped),
        takeaway(boxes));
  }

  private static String takeaway(List<Box> boxes) {
    List<Box> known = boxes.stream().filter(box -> box.lengths() != null).toList();
    Box first = known.getFirst();
    Box last = known.getLast();
    String middle =
        "Half of the answers with verdict %s have at most %s characters"
            .formatted(first.label(), Formatting.grouped(first.lengths().median()));
    return known.size() == 1
        ? middle + "."
        : middle
            + ", half of those with %s at most %s."
                .formatted(last.label(), Formatting.grouped(last.lengths().median()));
  }
}
