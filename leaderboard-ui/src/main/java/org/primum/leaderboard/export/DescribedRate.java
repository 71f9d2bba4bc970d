package org.primum.leaderboard.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * A number with its definition, for lists of what the column {@code rate} may hold.
 *
 * @param id as in the column
 * @param name as on the pages
 * @param definition what is counted among what
 * @param suites names of the suites that have it
 */
record DescribedRate(String id, String name, String definition, List<String> suites) {

  /** Every number a suite may have, in the order of the suites. */
  static List<DescribedRate> all() {
    Map<String, List<String>> suites = new TreeMap<>();
    Map<String, DescribedRate> rates = new LinkedHashMap<>();
    for (Suite suite : Suites.all()) {
      for (DescribedRate rate : of(suite.measure())) {
        rates.putIfAbsent(rate.definition, rate);
        suites.computeIfAbsent(rate.definition, any -> new ArrayList<>()).add(suite.title());
      }
    }
    return Stream.concat(
            rates.values().stream()
                .map(
                    rate ->
                        new DescribedRate(
                            rate.id, rate.name, rate.definition, suites.get(rate.definition))),
            Stream.of(
                new DescribedRate(
                    BoardRow.WEAKEST,
                    "Weakest perspective",
                    "Share of what went well, by its first rate, in the suite that the model does"
                        + " worst in; one row for each evaluation.",
                    List.of())))
        .toList();
  }

  /** Those of a measure. */
  static List<DescribedRate> of(Measure measure) {
    List<DescribedRate> rates = new ArrayList<>();
    measure
        .metrics(List.of())
        .rates()
        .forEach(
            rate ->
                rates.add(new DescribedRate(rate.id(), rate.name(), rate.definition(), List.of())));
    if (measure.id().equals("harm")) {
      rates.add(
          new DescribedRate(
              "mean",
              "Mean score",
              "Mean of the scores of scored answers, 1 to 5, with a bootstrap interval.",
              List.of()));
    }
    rates.add(
        new DescribedRate(
            "meanLength",
            "Mean length",
            "Mean length of scored answers in characters, without an interval.",
            List.of()));
    return List.copyOf(rates);
  }
}
