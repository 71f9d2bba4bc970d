package org.primum.leaderboard.gateway;

/** What the gateway needs to know of a model; see its API. The key never shows in a text. */
public record ModelSubmission(
    String name,
    String organization,
    String provider,
    String baseUrl,
    String modelName,
    String apiKey,
    Integer maxConcurrency,
    String description,
    boolean simulated,
    String family,
    Boolean openWeights,
    Double billionParameters,
    Boolean medicalTuning) {

  @Override
  public String toString() {
    return "ModelSubmission[name=" + name + "]";
  }
}
