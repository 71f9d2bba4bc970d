package org.primum.leaderboard.submission;

import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.gateway.Model;
import org.primum.leaderboard.gateway.ModelSubmission;

/** The first step of a submission: who stands behind which model. */
public class ModelForm {

  static final String NO_NUMBER = "must be a number such as 7 or 1.5";

  private static final int USUAL_CONCURRENCY = 8;
  private static final Map<String, Boolean> ANSWERS = Map.of("yes", true, "no", false);

  @RestForm String name;
  @RestForm String organization;
  @RestForm String description;
  @RestForm String family;
  @RestForm String openWeights;
  @RestForm String billionParameters;
  @RestForm String medicalTuning;

  /** As a draft has it. */
  static ModelForm of(Model draft) {
    ModelForm form = new ModelForm();
    form.name = draft.name();
    form.organization = draft.organization();
    form.description = draft.description();
    form.family = draft.family();
    form.openWeights = answer(draft.openWeights());
    form.billionParameters =
        draft.billionParameters() == null ? null : Numbers.plain(draft.billionParameters());
    form.medicalTuning = answer(draft.medicalTuning());
    return form;
  }

  public String name() {
    return name;
  }

  public String organization() {
    return organization;
  }

  public String description() {
    return description;
  }

  public String family() {
    return family;
  }

  public String openWeights() {
    return openWeights;
  }

  public String billionParameters() {
    return billionParameters;
  }

  public String medicalTuning() {
    return medicalTuning;
  }

  /**
   * As the gateway takes it; where the model is asked stays as it is.
   *
   * @param draft as it was; null for a new one
   * @throws NumberFormatException when the size is no number
   */
  ModelSubmission submission(Model draft) {
    boolean entered = draft != null && draft.endpointEntered();
    return new ModelSubmission(
        name,
        organization,
        draft == null ? null : draft.provider(),
        entered ? draft.baseUrl() : null,
        entered ? draft.modelName() : null,
        null,
        draft == null
            ? Integer.valueOf(USUAL_CONCURRENCY)
            : Integer.valueOf(draft.maxConcurrency()),
        Entered.text(description, null),
        draft != null && draft.simulated(),
        Entered.blank(family) ? null : family.strip(),
        ANSWERS.get(openWeights == null ? "" : openWeights),
        Numbers.read(billionParameters),
        ANSWERS.get(medicalTuning == null ? "" : medicalTuning));
  }

  private static String answer(Boolean said) {
    if (said == null) {
      return null;
    }
    return said ? "yes" : "no";
  }
}
