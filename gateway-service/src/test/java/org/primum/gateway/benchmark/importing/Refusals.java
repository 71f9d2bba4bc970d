package org.primum.gateway.benchmark.importing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.primum.gateway.problem.Problem;

/** Why an upload as a whole is refused. */
final class Refusals {

  private Refusals() {}

  static String of(ImportRequest upload) {
    Problem problem = catchThrowableOfType(Problem.class, () -> BenchmarkImport.read(upload));
    return problem == null ? "it was not refused" : problem.getMessage();
  }
}
