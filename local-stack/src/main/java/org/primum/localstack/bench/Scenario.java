package org.primum.localstack.bench;

import org.primum.localstack.bench.report.ScenarioResult;

/** Something to measure. */
interface Scenario {

  /** What it is called on the command line. */
  String name();

  /** Whether it is run when none is named. */
  default boolean usual() {
    return true;
  }

  /** How often it is run unless that is said. */
  default int usualRuns() {
    return 3;
  }

  /** How the stack has to be arranged when it begins. */
  default Arrangement arrangement() {
    return Arrangement.USUAL;
  }

  /** Measures. */
  ScenarioResult run(Workbench bench, int runs);
}
