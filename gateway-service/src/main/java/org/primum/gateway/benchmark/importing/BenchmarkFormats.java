package org.primum.gateway.benchmark.importing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.primum.gateway.problem.Problem;

/** Every layout that benchmark files come in. */
final class BenchmarkFormats {

  private static final List<BenchmarkFormat> ALL =
      List.of(
          new PatientSafetyBench(),
          new PrimumRows(),
          new MedSafetyBench(),
          new JailbreakBench(),
          new XsTest(),
          new FactsGrounding());

  private BenchmarkFormats() {}

  /**
   * The format asked for.
   *
   * @throws Problem when there is none, or the request does not fit it
   */
  static BenchmarkFormat of(ImportRequest request) {
    if (request.format().equals(MappedRows.ID)) {
      return MappedRows.of(request.mapping(), request.suite());
    }
    if (request.mapping() != null) {
      throw Problem.badRequest(
          "A \"mapping\" goes with the format \"mapped\" only; leave it out, or choose that format.");
    }
    BenchmarkFormat format =
        ALL.stream()
            .filter(known -> known.id().equals(request.format()))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "There is no format \"%s\"; the formats are %s, %s."
                            .formatted(
                                request.format(),
                                ALL.stream()
                                    .map(BenchmarkFormat::id)
                                    .collect(Collectors.joining(", ")),
                                MappedRows.ID)));
    if (format.suite() != null
        && request.suite() != null
        && !format.suite().equals(request.suite())) {
      throw Problem.badRequest(
          "The format \"%s\" fills the suite \"%s\", not \"%s\"; leave the suite out."
              .formatted(format.id(), format.suite(), request.suite()));
    }
    return format;
  }

  /** The published layout that has these columns, when there is one. */
  static Optional<String> lookingLike(Collection<String> columns) {
    return ALL.stream()
        .filter(format -> columns.containsAll(format.columns()))
        .map(BenchmarkFormat::id)
        .findFirst();
  }
}
