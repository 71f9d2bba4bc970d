package org.primum.leaderboard.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A model as its owner sees it.
 *
 * @param id the model
 * @param name as submitted
 * @param organization who stands behind it
 * @param provider the protocol its endpoint speaks
 * @param baseUrl where it is asked
 * @param modelName the name its endpoint knows it by
 * @param maxConcurrency most requests at once
 * @param description free text, or null
 * @param simulated whether it is a simulated model
 * @param family the model family as it was named, or null
 * @param openWeights whether everybody may have its weights; null when not said
 * @param billionParameters how large it is, in billions of parameters; null when not said
 * @param medicalTuning whether it was trained further for medicine; null when not said
 * @param state {@code draft}, {@code accepted} or {@code withdrawn}
 * @param keyKept whether a key is kept for it, sealed
 * @param lastTest what the last test of its endpoint found, or null
 * @param createdAt when it was accepted; of a draft, when it was begun
 * @param withdrawnAt when its owner took it back, or null
 * @param withdrawnReason why, or null
 */
public record Model(
    UUID id,
    String name,
    String organization,
    String provider,
    String baseUrl,
    String modelName,
    int maxConcurrency,
    String description,
    boolean simulated,
    String family,
    Boolean openWeights,
    Double billionParameters,
    Boolean medicalTuning,
    String state,
    boolean keyKept,
    EndpointTest lastTest,
    Instant createdAt,
    Instant withdrawnAt,
    String withdrawnReason) {

  private static final String NOT_SAID = "not said";
  private static final Duration DRAFT_KEPT = Duration.ofDays(30);

  /** Whether its submission is not finished. */
  public boolean draft() {
    return "draft".equals(state);
  }

  /** Whether its owner took it back. */
  public boolean withdrawn() {
    return "withdrawn".equals(state);
  }

  /** Whether it came with an imported run, so that there is nothing to ask. */
  public boolean imported() {
    return "imported".equals(provider);
  }

  /** Whether it can be evaluated. */
  public boolean evaluable() {
    return !draft() && !withdrawn() && !imported();
  }

  /** What was said about its weights. */
  public String weights() {
    return openWeights == null ? NOT_SAID : openWeights ? "open" : "closed";
  }

  /** What was said about its training. */
  public String tuning() {
    return medicalTuning == null ? NOT_SAID : medicalTuning ? "yes" : "no";
  }

  /** Where an unfinished submission goes on: nothing is asked for twice. */
  public String nextStep() {
    return "/submit/%s/%s".formatted(id, endpointEntered() ? "test" : "endpoint");
  }

  /** Whether it says where the model is asked. */
  public boolean endpointEntered() {
    return baseUrl != null && !baseUrl.isEmpty();
  }

  /**
   * How long asking so many items would take if every answer took as long as that of the last test;
   * null when there was none.
   */
  public Duration asking(long items) {
    return lastTest == null || lastTest.latencyMillis() == null
        ? null
        : Duration.ofMillis(lastTest.latencyMillis() * items / maxConcurrency);
  }

  /** Until when an unfinished submission is kept; null when that is not known. */
  public Instant keptUntil() {
    return createdAt == null ? null : createdAt.plus(DRAFT_KEPT);
  }

  /** The protocol its endpoint speaks, as people call it. */
  public String protocol() {
    return switch (provider) {
      case "openai" -> "OpenAI's chat completions";
      case "azure-openai" -> "Azure OpenAI";
      case "anthropic" -> "Anthropic";
      case "ollama" -> "Ollama";
      default -> provider;
    };
  }
}
