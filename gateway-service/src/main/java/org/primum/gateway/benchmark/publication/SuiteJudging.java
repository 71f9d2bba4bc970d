package org.primum.gateway.benchmark.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.judge.Judges;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.suite.Suites;

/** How the suites of a draft would be judged if it were published now. */
@ApplicationScoped
public class SuiteJudging {

  private final Judges judges;

  SuiteJudging(Judges judges) {
    this.judges = judges;
  }

  /** Names of the judges of a suite: its own, or else the version's. */
  public static List<String> named(BenchmarkVersion version, String suite) {
    List<String> own = version.settings().judging(suite).judges();
    return own.isEmpty() ? version.judges() : own;
  }

  /**
   * The judging of each of these suites.
   *
   * @throws org.primum.gateway.problem.Problem when a judge is not there
   * @throws IllegalArgumentException when a suite has no judge, or settings that contradict
   */
  public SortedMap<String, JudgingProtocol> of(
      BenchmarkVersion version, Collection<String> suites) {
    SortedMap<String, JudgingProtocol> judging = new TreeMap<>();
    for (String suite : suites) {
      JudgingSettings settings = version.settings().judging(suite);
      judging.put(suite, Suites.of(suite).judging(judges.frozen(named(version, suite)), settings));
    }
    return judging;
  }
}
