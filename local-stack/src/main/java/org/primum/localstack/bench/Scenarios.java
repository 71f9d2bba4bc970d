package org.primum.localstack.bench;

import java.util.List;
import org.primum.localstack.bench.report.Target;

/** All there are, in the order they run. */
final class Scenarios {

  private static final int LATENCY_MILLIS = 200;

  /** Own CPU of the services together for each call, in milliseconds. */
  private static final Target CPU = Target.atMost(FigureNames.OWN_CPU, 3);

  private static final List<Scenario> ALL =
      List.of(
          new OneEvaluation("smoke", 40, 8, 50, List.of(), false),
          new OneEvaluation("small", 466, 64, LATENCY_MILLIS, targets(1.5), true),
          new OneEvaluation("large", 5_000, 64, LATENCY_MILLIS, targets(1.25), true),
          new OneEvaluation("steady", 5_000, 16, LATENCY_MILLIS, targets(1.05), true),
          new Finish(),
          new Fair(),
          new Limited(),
          new Faults(),
          new Replicas(),
          new Trips(),
          new Huge(),
          new Boards());

  private Scenarios() {}

  private static List<Target> targets(double byIdeal) {
    return List.of(Target.atMost(FigureNames.BY_IDEAL, byIdeal), CPU);
  }

  static List<String> names() {
    return ALL.stream().map(Scenario::name).toList();
  }

  /** Those asked for, in the order they run. */
  static List<Scenario> chosen(List<String> names) {
    return ALL.stream()
        .filter(
            scenario ->
                names.isEmpty()
                    ? scenario.usual()
                    : names.contains("all") || names.contains(scenario.name()))
        .toList();
  }
}
