package org.primum.modelclient;

/** The protocols an endpoint may speak, by the names they are submitted under. */
public final class Providers {

  /** OpenAI's chat completions, which most model servers speak. */
  public static final String OPENAI = "openai";

  /** The same as Azure serves it. */
  public static final String AZURE_OPENAI = "azure-openai";

  /** Anthropic's messages. */
  public static final String ANTHROPIC = "anthropic";

  /** Ollama's own chat. */
  public static final String OLLAMA = "ollama";

  /** Matches each of them. */
  public static final String PATTERN = OPENAI + "|" + AZURE_OPENAI + "|" + ANTHROPIC + "|" + OLLAMA;

  /** What is wrong with anything else. */
  public static final String MESSAGE = "must be openai, azure-openai, anthropic or ollama";

  private Providers() {}
}
