package org.primum.gateway.benchmark.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.primum.gateway.benchmark.SemanticVersion;

/** Whether a draft's number and notes fit what was published of its benchmark before. */
final class VersionPlace {

  private VersionPlace() {}

  /**
   * What does not fit.
   *
   * @param draft the draft's version number
   * @param notes its notes, or null
   * @param published version numbers that are or were published
   */
  static List<VersionFinding> findings(String draft, String notes, List<String> published) {
    List<VersionFinding> findings = new ArrayList<>();
    number(draft, published).ifPresent(findings::add);
    if (!published.isEmpty() && (notes == null || notes.isBlank())) {
      findings.add(
          VersionFinding.warning(
              "no-notes",
              """
              An earlier version was published. Say in the notes what changed since then, and why; \
              without them, only how many items changed stands there.\
              """));
    }
    return findings;
  }

  private static Optional<VersionFinding> number(String draft, List<String> published) {
    Optional<SemanticVersion> own = SemanticVersion.read(draft);
    if (own.isEmpty()) {
      return Optional.of(
          VersionFinding.error(
              "version-number",
              "\"%s\" is no semantic version number. Copy the draft into one such as 1.0.0."
                  .formatted(draft)));
    }
    // Numbers of old, from before their form was checked, have no place in the order.
    return published.stream()
        .flatMap(version -> SemanticVersion.read(version).stream())
        .max(SemanticVersion::compareTo)
        .filter(highest -> own.get().compareTo(highest) <= 0)
        .map(
            highest ->
                VersionFinding.error(
                    "version-number",
                    """
                    Version %s is not above %s, which was published already. Copy the draft into \
                    a higher version number.\
                    """
                        .formatted(draft, highest)));
  }
}
