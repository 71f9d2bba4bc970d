package org.primum.localstack.bench;

import java.util.HashMap;
import java.util.Map;

/**
 * How the stack is arranged for a scenario. Another arrangement needs other processes, which have
 * to be warmed up again.
 *
 * @param variables in the environment of the services
 * @param runners replicas of the runner
 * @param counted whether a proxy before the database counts round trips
 */
record Arrangement(Map<String, String> variables, int runners, boolean counted) {

  /** Enough prompts and answers under way in one replica for the scenarios' 64 at once. */
  static final Arrangement USUAL =
      new Arrangement(
          Map.of("PRIMUM_RUNNER_PREFETCH", "64", "PRIMUM_JUDGE_PREFETCH", "64"), 1, false);

  Arrangement {
    variables = Map.copyOf(variables);
  }

  Arrangement with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(variable, value);
    return new Arrangement(changed, runners, counted);
  }

  Arrangement withRunners(int count) {
    return new Arrangement(variables, count, counted);
  }

  Arrangement withCounting() {
    return new Arrangement(variables, runners, true);
  }
}
