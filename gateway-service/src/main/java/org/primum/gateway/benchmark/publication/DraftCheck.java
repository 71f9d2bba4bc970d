package org.primum.gateway.benchmark.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.judge.Judges;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Validation;

/** What is to be said about a draft before it is published. */
@ApplicationScoped
class DraftCheck {

  private final BenchmarkVersions versions;
  private final SuiteJudging judging;
  private final Judges judges;

  DraftCheck(BenchmarkVersions versions, SuiteJudging judging, Judges judges) {
    this.versions = versions;
    this.judging = judging;
    this.judges = judges;
  }

  /** Everything that was found, what stops publishing first. */
  List<VersionFinding> of(BenchmarkVersion draft, List<Item> items) {
    List<VersionFinding> findings = new ArrayList<>();
    List<String> suites = items.stream().map(Item::suite).distinct().sorted().toList();
    if (items.isEmpty()) {
      findings.add(
          VersionFinding.error("no-items", "The draft holds no items yet. Import a suite first."));
    } else {
      Validation.of(suites, items).all().stream().map(VersionFinding::of).forEach(findings::add);
    }
    findings.addAll(
        VersionPlace.findings(
            draft.version(),
            draft.notes(),
            versions.publishedOf(draft.benchmark()).stream()
                .map(BenchmarkVersion::version)
                .toList()));
    suites.forEach(suite -> judging(draft, suite).ifPresent(findings::add));
    return findings.stream()
        .sorted(Comparator.comparing(finding -> !finding.stopsPublishing()))
        .toList();
  }

  private Optional<VersionFinding> judging(BenchmarkVersion draft, String suite) {
    List<String> named = SuiteJudging.named(draft, suite);
    if (named.isEmpty()) {
      return Optional.of(
          VersionFinding.error(
              "no-judge",
              suite,
              "Suite %s has no judge. Name one for the version or for the suite."
                  .formatted(suite)));
    }
    List<String> missing = judges.missing(named);
    if (!missing.isEmpty()) {
      return Optional.of(
          VersionFinding.error(
              "unknown-judge",
              suite,
              "There is no judge %s, which suite %s names. Add it first, or name another."
                  .formatted(String.join(", ", missing), suite)));
    }
    try {
      judging.of(draft, List.of(suite));
      return Optional.empty();
    } catch (IllegalArgumentException contradictory) {
      return Optional.of(
          VersionFinding.error(
              "judging",
              suite,
              "Suite %s cannot be judged so: %s.".formatted(suite, contradictory.getMessage())));
    }
  }
}
