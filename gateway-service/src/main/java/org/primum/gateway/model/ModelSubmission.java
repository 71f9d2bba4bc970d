package org.primum.gateway.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a submitter sends.
 *
 * @param name shown on the board
 * @param organization shown on the board
 * @param provider {@code openai} for any compatible server
 * @param baseUrl without the operation's path
 * @param modelName the name the endpoint knows the model by
 * @param apiKey sealed at once and never shown again; null when none is needed
 * @param maxConcurrency most requests at once, 1 to 256; 8 when null
 * @param description free text, or null
 * @param simulated marks a simulated model
 * @param family the model family, so that a judge of the same family shows as such; null to have it
 *     read off the model name
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
    @NotBlank(message = "is needed") @Pattern(regexp = "openai", message = "must be openai")
        String provider,
    @NotBlank(message = "is needed")
        @Size(max = 500, message = "may have 500 characters at the most")
        String baseUrl,
    @NotBlank(message = "is needed")
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
        String family) {

  private static final String SINGLE_LINE = "\\P{Cntrl}*";
  private static final int USUAL_CONCURRENCY = 8;

  int concurrency() {
    return maxConcurrency == null ? USUAL_CONCURRENCY : maxConcurrency;
  }

  @Override
  public String toString() {
    return "ModelSubmission[name=" + name + ", organization=" + organization + "]";
  }
}
