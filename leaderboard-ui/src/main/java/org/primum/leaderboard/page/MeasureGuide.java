package org.primum.leaderboard.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * A kind of measuring, explained from what it says of itself.
 *
 * @param measure labels and rules
 * @param suites the suites that are measured so
 */
public record MeasureGuide(Measure measure, List<Suite> suites) {

  /** Every measure that a suite uses, in the order of the suites. */
  static List<MeasureGuide> all() {
    return of(Suites.all());
  }

  /** Every measure that one of these suites uses, in their order. */
  public static List<MeasureGuide> of(Collection<Suite> suites) {
    Map<String, Measure> measures = new LinkedHashMap<>();
    suites.forEach(suite -> measures.put(suite.measure().id(), suite.measure()));
    return measures.values().stream()
        .map(
            measure ->
                new MeasureGuide(
                    measure,
                    suites.stream()
                        .filter(suite -> suite.measure().id().equals(measure.id()))
                        .toList()))
        .toList();
  }

  /** Its name. */
  public String title() {
    String id = measure.id();
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  /** Its suites' names. */
  public List<String> suiteTitles() {
    return suites.stream().map(Suite::title).toList();
  }

  /** Its rates with their definitions, and no numbers. */
  public List<Rate> rates() {
    return measure.metrics(List.of()).rates();
  }
}
