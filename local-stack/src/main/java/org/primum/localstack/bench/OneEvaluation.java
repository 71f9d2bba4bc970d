package org.primum.localstack.bench;

import java.util.ArrayList;
import java.util.List;
import org.primum.localstack.bench.report.Figures;
import org.primum.localstack.bench.report.ScenarioResult;
import org.primum.localstack.bench.report.Target;

/**
 * One evaluation on a quiet system, against its ideal.
 *
 * @param name the scenario's name
 * @param items how many, unless somebody asked for another number
 * @param inFlight calls to the model at once
 * @param latencyMillis of each call
 * @param targets what is asked of it
 * @param usual whether it is run when none is named
 */
record OneEvaluation(
    String name, int items, int inFlight, int latencyMillis, List<Target> targets, boolean usual)
    implements Scenario {

  /** Room to catch up with what has come to wait for the judge. */
  private static final int JUDGE_IN_FLIGHT = 64;

  @Override
  public ScenarioResult run(Workbench bench, int runs) {
    Load load =
        new Load(
            bench.items(items),
            Load.Asked.model(inFlight, latencyMillis),
            Load.Asked.judge(JUDGE_IN_FLIGHT, latencyMillis));
    List<Target> all = new ArrayList<>(targets);
    all.add(Target.atLeast(FigureNames.SCORED, load.items()));
    List<String> notes = new ArrayList<>();
    notes.add("Time by ideal is by the ideal of whole waves.");
    List<Figures> measured = bench.measured(name, load, runs);
    notes.addAll(bench.profile(name, load));
    return new ScenarioResult(
        name,
        "%d items, %d in flight, %d ms a call".formatted(load.items(), inFlight, latencyMillis),
        measured,
        all,
        notes);
  }
}
