package org.primum.gateway.model;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import org.primum.modelclient.Providers;
import org.primum.modelclient.Secret;

/**
 * What a submitter sends. A draft may still lack where the model is asked.
 *
 * @param name shown on the board
 * @param organization shown on the board
 * @param provider {@code openai} for any compatible server, {@code azure-openai}, {@code anthropic}
 *     or {@code ollama}
 * @param baseUrl without the operation's path
 * @param modelName the name the endpoint knows the model by
 * @param apiKey sealed at once and never shown again; null when none is needed, or for a draft to
 *     keep the one that is there
 * @param maxConcurrency most requests at once, 1 to 256; 8 when null
 * @param description free text, or null
 * @param simulated marks a simulated model
 * @param family the model family, so that a judge of the same family shows as such; null to have it
 *     read off the model name
 * @param openWeights whether everybody may have its weights; null when not said
 * @param billionParameters how large it is, in billions of parameters; null when not said
 * @param medicalTuning whether it was trained further for medicine; null when not said
 */
record ModelSubmission(
    @NotBlank(message = "is needed")
        @Size(max = 100, message = "may have 100 characters at the most")
        @Pattern(regexp = SINGLE_LINE, message = "may hold no control characters")
        String name,
    @NotBlank(message = "is needed")
        @Size(max = 100, message = "may have 100 characters at the most")
        @Pattern(regexp = SINGLE_LINE, message = "may hold no control characters")
        String organization,
    @NotBlank(message = "is needed", groups = Whole.class)
        @Pattern(regexp = Providers.PATTERN, message = Providers.MESSAGE)
        String provider,
    @NotBlank(message = "is needed", groups = Whole.class)
        @Size(max = 500, message = "may have 500 characters at the most")
        String baseUrl,
    @NotBlank(message = "is needed", groups = Whole.class)
        @Size(max = 200, message = "may have 200 characters at the most")
        @Pattern(regexp = SINGLE_LINE, message = "may hold no control characters")
        String modelName,
    @Size(max = 4096, message = "may have 4096 characters at the most") String apiKey,
    @Min(value = 1, message = "must be 1 to 256") @Max(value = 256, message = "must be 1 to 256")
        Integer maxConcurrency,
    @Size(max = 2000, message = "may have 2000 characters at the most")
        @Pattern(regexp = "[^\\x00]*", message = "may hold no NUL characters")
        String description,
    boolean simulated,
    @Size(max = 100, message = "may have 100 characters at the most")
        @Pattern(regexp = SINGLE_LINE, message = "may hold no control characters")
        String family,
    Boolean openWeights,
    @Positive(message = "must be above 0")
        @DecimalMax(value = "100000", message = "may be 100000 at the most")
        Double billionParameters,
    Boolean medicalTuning) {

  /** Everything that is needed to ask the model. */
  interface Whole extends Default {}

  private static final String SINGLE_LINE = "\\P{Cntrl}*";
  private static final int USUAL_CONCURRENCY = 8;

  /**
   * Writes all but the key into a model.
   *
   * @param checkedBaseUrl the base URL in its plain form; empty when there is none yet
   */
  void into(Model model, String checkedBaseUrl) {
    model.name = name.strip();
    model.organization = organization.strip();
    model.provider = provider == null ? Providers.OPENAI : provider;
    model.baseUrl = checkedBaseUrl;
    model.modelName = modelName == null ? "" : modelName.strip();
    model.maxConcurrency = maxConcurrency == null ? USUAL_CONCURRENCY : maxConcurrency;
    model.description = description;
    model.simulated = simulated;
    model.family = family;
    model.openWeights = openWeights;
    model.billionParameters = billionParameters;
    model.medicalTuning = medicalTuning;
  }

  /** The key, or null when none was entered. */
  Secret key() {
    return apiKey == null || apiKey.isBlank() ? null : Secret.of(apiKey.strip());
  }

  @Override
  public String toString() {
    return "ModelSubmission[name=" + name + ", organization=" + organization + "]";
  }
}
