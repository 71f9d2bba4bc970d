package org.primum.localstack.bench;

import java.util.List;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Target;

/**
 * One evaluation on a quiet system, against its ideal.
 *
 * @param name the scenario's name
 * @param items how many, unless somebody asked for another number
 * @param inFlight calls at once, to the model and to the judge
 * @param latencyMillis of each call
 * @param targets what is asked of it
 * @param usual whether it is run when none is named
 */
record OneEvaluation(
    String name, int items, int inFlight, int latencyMillis, List<Target> targets, boolean usual)
    implements Scenario {

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load load =
        new Load(
            bench.items(items),
            Load.Asked.model(inFlight, latencyMillis),
            // The judge is given room to catch up with what has come to wait for it.
            Load.Asked.judge(64, latencyMillis));
    return new ScenarioResult(
        name,
        "%d items, %d in flight, %d ms a call".formatted(load.items(), inFlight, latencyMillis),
        bench.measured(name, load, runs),
        targets,
        bench.profile(name, load));
  }
}
