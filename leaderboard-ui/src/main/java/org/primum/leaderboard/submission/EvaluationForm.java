package org.primum.leaderboard.submission;

import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.gateway.EvaluationRequest;

/** What a submitter chose for an evaluation. */
public class EvaluationForm {

  private static final String USUAL_PATIENCE = "120";

  /** Benchmark and version with a slash between; empty for the newest published. */
  @RestForm String version;

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
        ? new EvaluationRequest(model, null, null)
        : new EvaluationRequest(model, chosen.substring(0, slash), chosen.substring(slash + 1));
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
        Money.read(costLimit),
        Integer.valueOf(patience()),
        reuses());
  }
}
