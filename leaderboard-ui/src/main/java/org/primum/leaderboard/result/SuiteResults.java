package org.primum.leaderboard.result;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.primum.protocol.message.EvaluationChanged;

/** What evaluations found, ready to be shown; made once for each as long as somebody holds it. */
@ApplicationScoped
public class SuiteResults {

  private final LoadingCache<EvaluationChanged, List<SuiteResult>> made =
      Caffeine.newBuilder().weakKeys().build(evaluation -> SuiteResult.of(evaluation.suites()));

  /** All suites of an evaluation, in the order of the perspectives. */
  public List<SuiteResult> of(EvaluationChanged evaluation) {
    return made.get(evaluation);
  }
}
