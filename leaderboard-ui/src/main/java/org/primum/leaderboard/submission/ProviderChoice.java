package org.primum.leaderboard.submission;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.primum.leaderboard.gateway.Model;

/** What people call the place where their model is asked, and what it is usually like there. */
public enum ProviderChoice {
  OPENAI(
      "openai",
      "OpenAI",
      "https://api.openai.com/v1",
      true,
      "The key begins with sk-. The model name is such as gpt-4.1-mini."),
  ANTHROPIC(
      "anthropic",
      "Anthropic",
      "https://api.anthropic.com/v1",
      true,
      "The key begins with sk-ant-. The model name is such as claude-sonnet-4-5."),
  AZURE(
      "azure-openai",
      "Azure OpenAI",
      "https://resource.openai.azure.com",
      false,
      "Put the name of your resource in place of resource. The model name is that of your"
          + " deployment."),
  VLLM(
      "openai",
      "vLLM",
      "http://host:8000/v1",
      false,
      "Put the name of your server in place of host. The model name is what the server was started"
          + " with."),
  OLLAMA(
      "ollama",
      "Ollama",
      "http://host:11434",
      false,
      "Put the name of your server in place of host. The model name is as ollama list shows it."),
  COMPATIBLE(
      "openai",
      "Another OpenAI-compatible server",
      "https://models.example.org/v1",
      false,
      "Whatever speaks OpenAI's chat completions: most model servers and resellers do.");

  private final String provider;
  private final String title;
  private final String address;
  private final boolean complete;
  private final String hint;

  ProviderChoice(String provider, String title, String address, boolean complete, String hint) {
    this.provider = provider;
    this.title = title;
    this.address = address;
    this.complete = complete;
    this.hint = hint;
  }

  /** All of them, in the order they are shown in. */
  public static List<ProviderChoice> all() {
    return List.of(values());
  }

  /** The one of that id; the first for anything else. */
  static ProviderChoice named(String id) {
    return Arrays.stream(values())
        .filter(choice -> choice.id().equals(id))
        .findFirst()
        .orElse(OPENAI);
  }

  /** The one that a draft was most likely entered with. */
  static ProviderChoice of(Model draft) {
    if (!draft.endpointEntered()) {
      return OPENAI;
    }
    URI address = URI.create(draft.baseUrl());
    return switch (draft.provider()) {
      case "anthropic" -> ANTHROPIC;
      case "azure-openai" -> AZURE;
      case "ollama" -> OLLAMA;
      default -> {
        if (URI.create(OPENAI.address).getHost().equals(address.getHost())) {
          yield OPENAI;
        }
        yield address.getPort() == URI.create(VLLM.address).getPort() ? VLLM : COMPATIBLE;
      }
    };
  }

  /** As the form names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The protocol, as the gateway names it. */
  String provider() {
    return provider;
  }

  public String title() {
    return title;
  }

  /** The usual address. */
  public String address() {
    return address;
  }

  public String hint() {
    return hint;
  }

  /** Whether that address can be taken as it is. */
  public boolean complete() {
    return complete;
  }
}
