package org.primum.protocol.validation;

import java.util.Comparator;
import java.util.List;
import org.primum.protocol.validation.Finding.Severity;

/**
 * Everything that was found.
 *
 * @param all errors first, otherwise in the order of the checks
 */
public record Findings(List<Finding> all) {

  public Findings {
    all = all.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  /** What stops publishing. */
  public List<Finding> errors() {
    return of(Severity.ERROR);
  }

  /** What may be meant. */
  public List<Finding> warnings() {
    return of(Severity.WARNING);
  }

  private List<Finding> of(Severity severity) {
    return all.stream().filter(finding -> finding.severity() == severity).toList();
  }
}
