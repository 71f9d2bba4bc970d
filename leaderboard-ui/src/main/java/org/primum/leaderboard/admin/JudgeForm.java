package org.primum.leaderboard.admin;

import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.gateway.Judge;
import org.primum.leaderboard.gateway.JudgeSettings;

/** What an administrator entered about a judge. The key is passed on and never shown again. */
public class JudgeForm {

  @RestForm String name;
  @RestForm String provider;
  @RestForm String baseUrl;
  @RestForm String modelName;
  @RestForm String apiKey;
  @RestForm String family;
  @RestForm String maxConcurrency;
  @RestForm String revision;
  @RestForm String replies;
  @RestForm boolean known;

  static JudgeForm empty() {
    JudgeForm form = new JudgeForm();
    form.maxConcurrency = "16";
    return form;
  }

  static JudgeForm of(Judge judge) {
    JudgeForm form = new JudgeForm();
    form.known = true;
    form.name = judge.name();
    form.provider = judge.provider();
    form.baseUrl = judge.baseUrl();
    form.modelName = judge.modelName();
    form.family = judge.family();
    form.maxConcurrency = Integer.toString(judge.maxConcurrency());
    form.revision = judge.revision();
    form.replies = judge.replies();
    return form;
  }

  /** Whether it is about a judge that is there. */
  public boolean known() {
    return known;
  }

  public String name() {
    return name;
  }

  public String provider() {
    return provider;
  }

  public String baseUrl() {
    return baseUrl;
  }

  public String modelName() {
    return modelName;
  }

  public String family() {
    return family;
  }

  public String revision() {
    return revision;
  }

  public String replies() {
    return replies;
  }

  public String maxConcurrency() {
    return maxConcurrency;
  }

  /**
   * As the gateway takes it.
   *
   * @throws NumberFormatException when the most requests at once are no number
   */
  JudgeSettings settings() {
    return new JudgeSettings(
        provider,
        baseUrl,
        modelName,
        blank(apiKey) ? null : apiKey,
        blank(family) ? null : family.strip(),
        blank(maxConcurrency) ? null : Integer.valueOf(maxConcurrency.strip()),
        blank(revision) ? null : revision.strip(),
        blank(replies) ? null : replies);
  }

  static boolean blank(String value) {
    return value == null || value.isBlank();
  }
}
