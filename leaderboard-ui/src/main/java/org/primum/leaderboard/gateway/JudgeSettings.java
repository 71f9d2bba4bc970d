package org.primum.leaderboard.gateway;

/** What the gateway needs to know of a judge; see its API. The key never shows in a text. */
public record JudgeSettings(
    String provider,
    String baseUrl,
    String modelName,
    String apiKey,
    String family,
    Integer maxConcurrency,
    String revision,
    String replies) {

  @Override
  public String toString() {
    return "JudgeSettings[modelName=" + modelName + "]";
  }
}
