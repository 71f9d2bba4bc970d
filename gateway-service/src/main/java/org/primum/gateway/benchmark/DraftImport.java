package org.primum.gateway.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.primum.gateway.benchmark.importing.BenchmarkImport;
import org.primum.gateway.judge.Judges;
import org.primum.gateway.problem.Problem;

/** What every import into a draft has in common, whether it is looked at first or not. */
@ApplicationScoped
public class DraftImport {

  private final BenchmarkVersions versions;
  private final Judges judges;

  DraftImport(BenchmarkVersions versions, Judges judges) {
    this.versions = versions;
    this.judges = judges;
  }

  /**
   * Refuses what no draft could take.
   *
   * @throws Problem when names cannot be taken, a judge is unknown or the version is published
   */
  public void check(ImportTarget target) {
    VersionName.check(target.benchmark(), target.version());
    List<String> unknown = judges.missing(target.judges());
    if (!unknown.isEmpty()) {
      throw Problem.unacceptable(
          "There is no judge %s. Add it first, or name another."
              .formatted(String.join(", ", unknown)));
    }
    Optional.ofNullable(target.notes()).ifPresent(VersionName::checkNotes);
    versions
        .find(target.benchmark(), target.version())
        .ifPresent(BenchmarkVersion::refuseUnlessDraft);
  }

  /** The draft, locked and set up as the import has it; a new one when there is none. */
  public BenchmarkVersion prepared(ImportTarget target) {
    check(target);
    BenchmarkVersion draft = versions.draft(target.benchmark(), target.version());
    if (!target.judges().isEmpty()) {
      draft.judgedBy(target.judges());
    }
    if (target.privateItems() != null) {
      draft.keepPrivate(target.privateItems());
    }
    if (target.notes() != null) {
      draft.note(target.notes());
    }
    return draft;
  }

  /** Why nothing of these rows is taken. */
  public static Problem refusal(BenchmarkImport rows) {
    List<String> reasons = new ArrayList<>();
    if (rows.problems().isEmpty()) {
      reasons.add("Nothing was imported: the file holds no rows for this suite.");
    } else {
      BenchmarkImport.LineProblem first = rows.problems().getFirst();
      reasons.add(
          "Nothing was imported: %d of %d rows cannot be taken. The first, %s: %s."
              .formatted(
                  rows.refused(), rows.refused() + rows.taken(), first.place(), first.message()));
    }
    rows.leftOut().stream()
        .map(left -> "%d rows were left out: %s.".formatted(left.rows(), left.reason()))
        .forEach(reasons::add);
    reasons.addAll(rows.notes());
    return Problem.unacceptable(
        String.join(" ", reasons),
        rows.problems().stream()
            .map(line -> new Problem.FieldError(line.place(), line.message()))
            .toList());
  }
}
