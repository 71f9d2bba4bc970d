package org.primum.leaderboard.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.statistics.Difference;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * A suite's headline rates on the public and on the private part of a version. A model that has met
 * the public items before does better on them.
 *
 * @param title the suite's name
 * @param open coverage of the public part
 * @param hidden coverage of the private part
 * @param rows one a rate that both parts have
 */
public record PartGap(String title, Coverage open, Coverage hidden, List<Row> rows) {

  /**
   * One rate on both parts.
   *
   * @param rate its name and definition, with the public part's estimate
   * @param open on the public part
   * @param hidden on the private part
   * @param difference the public part's minus the private part's
   */
  public record Row(Rate rate, Estimate open, Estimate hidden, Estimate difference) {

    /** Whether chance alone hardly makes such a difference. */
    public boolean clear() {
      return difference.lower() > 0 || difference.upper() < 0;
    }

    /** Whether the public part looks better, beyond chance. */
    public boolean flattering() {
      return rate.higherIsBetter() ? difference.lower() > 0 : difference.upper() < 0;
    }
  }

  /** One a suite that has both parts, in the order of the perspectives. */
  public static List<PartGap> of(EvaluationChanged evaluation) {
    return of(evaluation.publicSuites(), evaluation.privateSuites());
  }

  static List<PartGap> of(Map<String, SuiteMetrics> open, Map<String, SuiteMetrics> hidden) {
    return Suites.all().stream()
        .flatMap(suite -> of(suite, open.get(suite.id()), hidden.get(suite.id())))
        .toList();
  }

  private static Stream<PartGap> of(Suite suite, SuiteMetrics open, SuiteMetrics hidden) {
    if (open == null || hidden == null) {
      return Stream.empty();
    }
    List<Row> rows = new ArrayList<>();
    List<Rate> onPublic = SuiteResult.headline(SuiteResult.rates(suite, open));
    List<Rate> onPrivate = SuiteResult.headline(SuiteResult.rates(suite, hidden));
    for (int at = 0; at < onPublic.size(); at++) {
      Estimate first = onPublic.get(at).estimate();
      Estimate second = onPrivate.get(at).estimate();
      if (first != null && second != null) {
        rows.add(new Row(onPublic.get(at), first, second, Difference.of(first, second)));
      }
    }
    return rows.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new PartGap(suite.title(), coverage(open), coverage(hidden), List.copyOf(rows)));
  }

  private static Coverage coverage(SuiteMetrics metrics) {
    return new Coverage(metrics.scored(), metrics.asked());
  }
}
