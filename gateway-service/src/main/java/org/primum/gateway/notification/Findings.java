package org.primum.gateway.notification;

import java.util.List;
import java.util.Map;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** What the suites of an evaluation found, in short. */
final class Findings {

  private static final int HEADLINES = 2;

  private Findings() {}

  /** One for each suite that there is, in the order of the perspectives. */
  static List<Notice.Finding> of(Map<String, SuiteMetrics> metrics) {
    return Suites.all().stream()
        .filter(suite -> metrics.containsKey(suite.id()))
        .map(suite -> of(suite, metrics.get(suite.id())))
        .toList();
  }

  private static Notice.Finding of(Suite suite, SuiteMetrics metrics) {
    return new Notice.Finding(
        suite.id(),
        suite.title(),
        Notice.label(suite.perspective()),
        metrics.asked(),
        metrics.scored(),
        headline(suite, metrics.rates()).stream().map(Notice.Headline::of).toList());
  }

  private static List<Rate> headline(Suite suite, List<Rate> rates) {
    List<Rate> named =
        suite.headline().stream()
            .flatMap(id -> rates.stream().filter(rate -> rate.id().equals(id)))
            .toList();
    List<Rate> most = named.isEmpty() ? rates : named;
    return most.subList(0, Math.min(HEADLINES, most.size()));
  }
}
