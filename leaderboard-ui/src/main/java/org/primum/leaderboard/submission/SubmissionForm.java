package org.primum.leaderboard.submission;

import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.gateway.ModelSubmission;

/** What a submitter entered. The key is passed on and never shown again. */
public class SubmissionForm {

  @RestForm String name;
  @RestForm String organization;
  @RestForm String provider;
  @RestForm String baseUrl;
  @RestForm String modelName;
  @RestForm String apiKey;
  @RestForm String maxConcurrency;
  @RestForm String description;

  static SubmissionForm empty() {
    SubmissionForm form = new SubmissionForm();
    form.maxConcurrency = "8";
    return form;
  }

  public String name() {
    return name;
  }

  public String organization() {
    return organization;
  }

  public String baseUrl() {
    return baseUrl;
  }

  public String modelName() {
    return modelName;
  }

  public String maxConcurrency() {
    return maxConcurrency;
  }

  public String description() {
    return description;
  }

  /**
   * As the gateway takes it.
   *
   * @throws NumberFormatException when the most requests at once are no number
   */
  ModelSubmission submission() {
    return new ModelSubmission(
        name,
        organization,
        provider,
        baseUrl,
        modelName,
        blank(apiKey) ? null : apiKey,
        blank(maxConcurrency) ? null : Integer.valueOf(maxConcurrency.strip()),
        blank(description) ? null : description);
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }
}
