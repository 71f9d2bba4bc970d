package org.primum.gateway.benchmark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionPlaceTest {

  @Test
  void theFirstVersionNeedsNoNotes() {
    assertThat(VersionPlace.findings("1.0.0", null, List.of())).isEmpty();
  }

  @Test
  void aHigherVersionWithNotesFits() {
    assertThat(VersionPlace.findings("1.1.0", "New items.", List.of("1.0.0", "0.9.0"))).isEmpty();
  }

  @Test
  void aPreReleaseIsBelowItsRelease() {
    List<VersionFinding> findings =
        VersionPlace.findings("1.1.0-rc.1", "New items.", List.of("1.1.0"));

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo("version-number");
              assertThat(finding.stopsPublishing()).isTrue();
              assertThat(finding.message()).contains("1.1.0-rc.1 is not above 1.1.0");
            });
  }

  @Test
  void theHighestCountsWhateverWasPublishedLast() {
    List<VersionFinding> findings =
        VersionPlace.findings("1.9.0", "New items.", List.of("1.10.0", "1.2.0"));

    assertThat(findings).extracting(VersionFinding::message).first().asString().contains("1.10.0");
  }

  @Test
  void aLaterVersionShouldHaveNotes() {
    List<VersionFinding> findings = VersionPlace.findings("2.0.0", " ", List.of("1.0.0"));

    assertThat(findings).extracting(VersionFinding::kind).containsExactly("no-notes");
    assertThat(findings).noneMatch(VersionFinding::stopsPublishing);
  }

  @Test
  void aNumberOfOldIsNoObstacle() {
    assertThat(VersionPlace.findings("1.0.0", "First.", List.of("1.0.0-a..b"))).isEmpty();
  }
}
