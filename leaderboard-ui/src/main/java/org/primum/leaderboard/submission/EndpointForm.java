package org.primum.leaderboard.submission;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.gateway.Model;
import org.primum.leaderboard.gateway.ModelSubmission;

/**
 * The second step of a submission: where the model is asked. The key is passed on and never shown
 * again.
 */
public class EndpointForm {

  @RestForm String choice;
  @RestForm String baseUrl;
  @RestForm String modelName;
  @RestForm String apiKey;
  @RestForm String maxConcurrency;

  /** Any text when the endpoint needs no key, so that one that is kept is forgotten. */
  @RestForm String keyless;

  /** The questions about what looked wrong that were answered with yes. */
  @RestForm List<String> sure;

  /** The field whose correction is wanted, when that was pressed. */
  @RestForm String correct;

  /** As a draft has it. */
  static EndpointForm of(Model draft) {
    EndpointForm form = new EndpointForm();
    ProviderChoice chosen = ProviderChoice.of(draft);
    form.choice = chosen.id();
    form.baseUrl = draft.endpointEntered() ? draft.baseUrl() : chosen.address();
    form.modelName = draft.modelName();
    form.maxConcurrency = Integer.toString(draft.maxConcurrency());
    return form;
  }

  public ProviderChoice chosen() {
    return ProviderChoice.named(choice);
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

  public List<String> sure() {
    return sure == null ? List.of() : sure;
  }

  boolean sureOf(String question) {
    return sure().contains(question);
  }

  public boolean keyless() {
    return keyless != null;
  }

  /** Whether something was entered as a key. */
  boolean keyEntered() {
    return !Entered.blank(apiKey);
  }

  /** The key without what is often copied along: spaces, quotes, the word before it. */
  String key() {
    return apiKey
        .strip()
        .replaceFirst("^(?i)(authorization:\\s*)?bearer\\s+", "")
        .replaceAll("^[\"'`“”‘’]+|[\"'`“”‘’]+$", "")
        .strip();
  }

  /** Whether something was copied along with the key. */
  boolean keyCleaned() {
    return keyEntered() && !apiKey.equals(key());
  }

  /** The same with everything corrected for which there is a correction. */
  EndpointForm corrected(EndpointAdvice advice) {
    EndpointForm form = new EndpointForm();
    form.choice = advice.correction("choice", choice);
    form.baseUrl = advice.correction("baseUrl", baseUrl);
    form.modelName = advice.correction("modelName", modelName);
    form.apiKey = apiKey;
    form.maxConcurrency = maxConcurrency;
    form.keyless = keyless;
    form.sure = sure;
    return form;
  }

  /**
   * As the gateway takes it; what was entered in the first step stays as it is.
   *
   * @throws NumberFormatException when the most requests at once are no number
   */
  ModelSubmission submission(Model draft) {
    return new ModelSubmission(
        draft.name(),
        draft.organization(),
        chosen().provider(),
        baseUrl,
        modelName,
        keyToSend(),
        Entered.blank(maxConcurrency) ? null : Integer.valueOf(maxConcurrency.strip()),
        draft.description(),
        draft.simulated(),
        draft.family(),
        draft.openWeights(),
        draft.billionParameters(),
        draft.medicalTuning());
  }

  /** Null keeps the key that is there, and an empty one forgets it. */
  private String keyToSend() {
    if (keyEntered()) {
      return key();
    }
    return keyless() ? "" : null;
  }
}
