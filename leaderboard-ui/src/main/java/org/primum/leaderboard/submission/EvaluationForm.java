package org.primum.leaderboard.submission;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.gateway.EvaluationRequest;

/** What a submitter chose for an evaluation. */
public class EvaluationForm {

  private static final String USUAL_PATIENCE = "120";
  private static final Set<String> OFFERED = Set.of("15", USUAL_PATIENCE, "1440", "10080");

  /** Benchmark and version with a slash between; empty for the newest published. */
  @RestForm String version;

  /** With a comma between; empty for all. */
  @RestForm String suites;

  @RestForm String costLimit;

  /** In minutes. */
  @RestForm String patience;

  /** Any text when the box is ticked. */
  @RestForm String reuse;

  static EvaluationForm of(String version) {
    EvaluationForm form = new EvaluationForm();
    form.version = version;
    return form;
  }

  /** As an evaluation was started before. */
  static EvaluationForm of(EvaluationRequest before) {
    EvaluationForm form = of(before.benchmark() + "/" + before.version());
    form.suites = String.join(",", before.suites());
    form.costLimit =
        before.costLimit() == null ? null : before.costLimit().stripTrailingZeros().toPlainString();
    form.patience =
        before.patienceMinutes() == null ? null : Integer.toString(before.patienceMinutes());
    form.reuse = before.reuseAnswers() ? "yes" : null;
    return form;
  }

  /** Only these suites; all when empty. */
  public List<String> suiteIds() {
    return Stream.of(suites().split(",", -1)).filter(suite -> !suite.isBlank()).toList();
  }

  public String suites() {
    return suites == null ? "" : suites;
  }

  /** Whether the time to wait is one that was not offered, as programs may choose it. */
  public boolean unusualPatience() {
    return !OFFERED.contains(patience());
  }

  public String version() {
    return version == null ? "" : version;
  }

  public String costLimit() {
    return costLimit;
  }

  public String patience() {
    return patience == null ? USUAL_PATIENCE : patience;
  }

  public boolean reuses() {
    return reuse != null;
  }

  /** What is evaluated, without what it may cost. */
  EvaluationRequest subject(UUID model) {
    String chosen = version();
    int slash = chosen.lastIndexOf('/');
    return slash < 0
        ? new EvaluationRequest(model, null, null, suiteIds())
        : new EvaluationRequest(
            model, chosen.substring(0, slash), chosen.substring(slash + 1), suiteIds());
  }

  /**
   * As the gateway takes it.
   *
   * @throws NumberFormatException when the limit is no sum of money, or the patience no number
   */
  EvaluationRequest request(UUID model) {
    EvaluationRequest subject = subject(model);
    return new EvaluationRequest(
        model,
        subject.benchmark(),
        subject.version(),
        subject.suites(),
        Money.read(costLimit),
        Integer.valueOf(patience()),
        reuses());
  }
}
