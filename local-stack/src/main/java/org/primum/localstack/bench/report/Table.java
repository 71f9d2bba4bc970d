package org.primum.localstack.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows results as text. */
public final class Table {

  private static final String LINE = "  %-46s %10s %10s %10s   %-9s %s";
  private static final String COMPARED = "  %-46s %10s %10s %9s";
  private static final double PERCENT = 100;

  private Table() {}

  /** One scenario's figures with their targets. */
  public static String of(ScenarioResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(result.name() + ": " + result.about());
    lines.add(LINE.formatted("", "min", "median", "max", "target", "").stripTrailing());
    Map<String, Target> targets =
        result.targets().stream()
            .collect(Collectors.toMap(Target::figure, target -> target, (one, other) -> one));
    result
        .ranges()
        .forEach(
            (figure, range) -> {
              Target target = targets.get(figure);
              lines.add(
                  LINE.formatted(
                          figure,
                          Numbers.shown(range.least()),
                          Numbers.shown(range.median()),
                          Numbers.shown(range.most()),
                          target == null ? "" : target.toString(),
                          verdict(target, range))
                      .stripTrailing());
            });
    result.targets().stream()
        .filter(target -> !result.ranges().containsKey(target.figure()))
        .forEach(
            target ->
                lines.add(LINE.formatted(target.figure(), "", "", "", target, "not measured")));
    result.notes().forEach(note -> lines.add("  " + note));
    return String.join(System.lineSeparator(), lines);
  }

  private static String verdict(Target target, Range range) {
    return target == null ? "" : target.met(range.median()) ? "met" : "NOT MET";
  }

  /**
   * The medians of a scenario beside those of another time.
   *
   * @param before medians by figure
   * @param after the scenario now
   */
  public static String compared(Map<String, Double> before, ScenarioResult after) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(after.name() + ", medians");
    lines.add(COMPARED.formatted("", "before", "now", "change"));
    after
        .ranges()
        .forEach(
            (figure, range) -> {
              Double old = before.get(figure);
              if (old != null) {
                lines.add(
                    COMPARED.formatted(
                        figure,
                        Numbers.shown(old),
                        Numbers.shown(range.median()),
                        change(old, range.median())));
              }
            });
    return String.join(System.lineSeparator(), lines);
  }

  private static String change(double before, double now) {
    return before == 0 ? "" : "%+.0f%%".formatted((now / before - 1) * PERCENT);
  }
}
