package org.primum.leaderboard.export;

import java.util.List;
import java.util.Map;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * What the world may know of a version, with how its suites are counted.
 *
 * @param version as the API shows it to anybody
 * @param suites those of its suites that are known here
 */
record VersionDescription(BenchmarkChanged version, List<DescribedSuite> suites) {

  /**
   * A suite with its measure.
   *
   * @param id the suite's id
   * @param title its name
   * @param perspective whose risk it measures
   * @param purpose what it finds out
   * @param categories names of categories by id; empty where a version brings its own
   * @param measure the measure's id
   * @param rules from votes to a verdict
   * @param labels what verdicts mean
   * @param partLabels what labels of sentences mean
   * @param rates every rate with its definition
   */
  record DescribedSuite(
      String id,
      String title,
      String perspective,
      String purpose,
      Map<String, String> categories,
      String measure,
      String rules,
      Map<String, String> labels,
      Map<String, String> partLabels,
      List<DescribedRate> rates) {

    private static DescribedSuite of(Suite suite) {
      Measure measure = suite.measure();
      return new DescribedSuite(
          suite.id(),
          suite.title(),
          suite.perspective().title(),
          suite.purpose(),
          suite.categories(),
          measure.id(),
          measure.rules(),
          measure.labels(),
          measure.partLabels(),
          DescribedRate.of(measure));
    }
  }

  static VersionDescription of(BenchmarkChanged version) {
    return new VersionDescription(
        version,
        Suites.all().stream()
            .filter(suite -> version.items().containsKey(suite.id()))
            .map(DescribedSuite::of)
            .toList());
  }
}
