package org.primum.gateway.benchmark.publication;

import java.util.List;
import java.util.Locale;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.validation.Finding;
import org.primum.protocol.validation.ItemKey;

/**
 * Something about a draft that should be looked at before it is published.
 *
 * @param kind what it is, for example {@code duplicate-prompt} or {@code no-judge}
 * @param severity {@code error} stops publishing, {@code warning} may be meant
 * @param suite the suite concerned; null when it is about several or about the version
 * @param suites all suites concerned
 * @param items the items concerned
 * @param message what is wrong and what to do
 */
record VersionFinding(
    String kind,
    String severity,
    String suite,
    List<String> suites,
    List<ItemKey> items,
    String message) {

  /** A finding about the items. */
  static VersionFinding of(Finding finding) {
    return new VersionFinding(
        label(finding.kind()),
        label(finding.severity()),
        finding.suites().size() == 1 ? finding.suites().getFirst() : null,
        finding.suites(),
        finding.items(),
        finding.advice());
  }

  /** Stops publishing; about the version as a whole. */
  static VersionFinding error(String kind, String message) {
    return new VersionFinding(kind, "error", null, List.of(), List.of(), message);
  }

  /** Stops publishing; about one suite. */
  static VersionFinding error(String kind, String suite, String message) {
    return new VersionFinding(kind, "error", suite, List.of(suite), List.of(), message);
  }

  /** May be meant; about the version as a whole. */
  static VersionFinding warning(String kind, String message) {
    return new VersionFinding(kind, "warning", null, List.of(), List.of(), message);
  }

  boolean stopsPublishing() {
    return "error".equals(severity);
  }

  Problem.FieldError asError() {
    return new Problem.FieldError(kind, message);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
