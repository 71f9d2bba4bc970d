package org.primum.leaderboard.submission;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.primum.leaderboard.admin.Entered;

/** What looks like a mistake in an endpoint that was entered, before anything is sent to it. */
public final class EndpointAdvice {

  /** Nothing looks like a mistake. */
  static final EndpointAdvice NONE = new EndpointAdvice(List.of());

  private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://.*");

  /** Single calls, which come after the address of the API. */
  private static final Pattern OPERATION =
      Pattern.compile(
          "(?i)/(?:chat/completions|completions|responses|embeddings|messages|models"
              + "|api/chat|api/generate|api/tags|openai/deployments/.*)/*$");

  /** Hosts whose API begins after a path that is often left out. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "api.openai.com", "/v1",
          "api.anthropic.com", "/v1",
          "api.mistral.ai", "/v1",
          "api.together.xyz", "/v1",
          "api.groq.com", "/openai/v1",
          "openrouter.ai", "/api/v1");

  private static final Pattern HUB =
      Pattern.compile("(?i)^https?://(?:huggingface\\.co|ollama\\.com/library)/([^?#]+?)/*$");

  private static final Pattern INSIDE =
      Pattern.compile(
          "(?i)localhost|[^.:]+|.*\\.(?:local|internal|lan|home|localhost)|127\\..*|10\\..*"
              + "|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|\\[.*]");

  private static final int OLLAMA_PORT = 11_434;
  private static final int VLLM_PORT = 8_000;

  private final List<Advice> all;

  private EndpointAdvice(List<Advice> all) {
    this.all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param field which field it is about
   * @param words what looks wrong
   * @param correction what to enter instead; null when nobody can tell
   * @param question what to say yes to when it is right all the same; null when it cannot be
   * @param secret whether what was entered may hold a key, and must not be shown again
   */
  public record Advice(
      String field, String words, String correction, String question, boolean secret) {

    static Advice wrong(String field, String words, String correction) {
      return new Advice(field, words, correction, null, false);
    }

    static Advice doubtful(String field, String words, String correction, String question) {
      return new Advice(field, words, correction, question, false);
    }
  }

  /** About what was entered. */
  static EndpointAdvice of(EndpointForm form) {
    List<Advice> found = new ArrayList<>(address(form));
    found.removeIf(advice -> advice.question() != null && form.sureOf(advice.question()));
    modelName(form).ifPresent(found::add);
    if (form.keyEntered() && form.key().chars().anyMatch(Character::isWhitespace)) {
      found.add(
          Advice.wrong(
              "apiKey", "holds a space in the middle, which no key does; copy it again", null));
    }
    return new EndpointAdvice(found);
  }

  /** Whether there is anything to say. */
  boolean any() {
    return !all.isEmpty();
  }

  /** Whether everything can be corrected without asking. */
  boolean correctable() {
    return !all.isEmpty() && all.stream().allMatch(advice -> advice.correction() != null);
  }

  /** What is said about a field; null when nothing is. */
  public Advice about(String field) {
    return all.stream().filter(advice -> advice.field().equals(field)).findFirst().orElse(null);
  }

  /** What to enter into that field instead; what was entered where there is nothing to correct. */
  String correction(String field, String entered) {
    Advice advice = about(field);
    return advice == null || advice.correction() == null ? entered : advice.correction();
  }

  private static List<Advice> address(EndpointForm form) {
    String field = "baseUrl";
    ProviderChoice chosen = form.chosen();
    if (Entered.blank(form.baseUrl())) {
      return List.of(
          Advice.wrong(
              field,
              "is needed; usually it looks like " + chosen.address(),
              chosen.complete() ? chosen.address() : null));
    }
    String entered = form.baseUrl().strip();
    if (!SCHEME.matcher(entered).matches()) {
      return List.of(
          Advice.wrong(field, "should begin with https:// or http://", withScheme(entered)));
    }
    String plain = withoutOperation(withoutSecrets(entered));
    if (!withoutSecrets(entered).equals(entered)) {
      return List.of(
          new Advice(
              field,
              "held a user, a key or something after ? or #. It was left out, because addresses end"
                  + " up in logs. Enter the key in its own field",
              plain,
              null,
              true));
    }
    if (!plain.equals(entered.replaceFirst("/+$", ""))) {
      return List.of(
          Advice.wrong(
              field, "ends with a single call; the address of the API ends before that", plain));
    }
    return parsed(plain)
        .map(address -> host(field, address, plain, chosen))
        .orElseGet(
            () ->
                List.of(
                    Advice.wrong(
                        field, "is not an address; it looks like " + chosen.address(), null)));
  }

  private static List<Advice> host(String field, URI address, String plain, ProviderChoice chosen) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("host") || host.equals("resource.openai.azure.com")) {
      return List.of(
          Advice.wrong(
              field, "is still the example; put the name of your own server into it", null));
    }
    List<Advice> doubts = new ArrayList<>();
    ProviderChoice other = likely(host);
    if (other != null && !other.provider().equals(chosen.provider())) {
      doubts.add(
          Advice.doubtful(
              "choice",
              "looks wrong: the address is one of " + other.title(),
              other.id(),
              "The provider is right as it is"));
    }
    String path = missingPath(host, address, chosen);
    if (path != null) {
      doubts.add(
          Advice.doubtful(
              field,
              "probably lacks " + path + " at its end",
              plain + path,
              "The address is right as it is"));
    }
    if ("http".equalsIgnoreCase(address.getScheme()) && !INSIDE.matcher(host).matches()) {
      doubts.add(
          Advice.doubtful(
              field,
              "begins with http://, so that the key and every answer can be read on the way",
              plain.replaceFirst("(?i)^http:", "https:"),
              "Send it unencrypted all the same"));
    }
    return doubts;
  }

  private static ProviderChoice likely(String host) {
    if (host.endsWith(".openai.azure.com") || host.endsWith(".services.ai.azure.com")) {
      return ProviderChoice.AZURE;
    }
    return host.equals("api.anthropic.com") ? ProviderChoice.ANTHROPIC : null;
  }

  private static String missingPath(String host, URI address, ProviderChoice chosen) {
    if (!address.getRawPath().isEmpty()) {
      return null;
    }
    if (KNOWN.containsKey(host)) {
      return KNOWN.get(host);
    }
    int port = address.getPort();
    boolean usual = port == VLLM_PORT || port == OLLAMA_PORT;
    return usual && chosen.provider().equals("openai") ? "/v1" : null;
  }

  private static Optional<Advice> modelName(EndpointForm form) {
    String field = "modelName";
    if (Entered.blank(form.modelName())) {
      return Optional.of(Advice.wrong(field, "is needed", null));
    }
    String entered = form.modelName().strip();
    if (!entered.contains("://")) {
      return Optional.empty();
    }
    Matcher hub = HUB.matcher(entered);
    return Optional.of(
        Advice.wrong(
            field,
            "looks like an address; enter the name that the endpoint knows the model by",
            hub.matches() ? hub.group(1) : null));
  }

  private static String withScheme(String entered) {
    Optional<URI> address = parsed("http://" + entered);
    boolean inside =
        address
            .filter(found -> INSIDE.matcher(found.getHost()).matches() || found.getPort() > 0)
            .isPresent();
    return address.isEmpty()
        ? null
        : withoutOperation(withoutSecrets((inside ? "http://" : "https://") + entered));
  }

  private static String withoutSecrets(String entered) {
    return entered.replaceFirst("[?#].*$", "").replaceFirst("(://)[^/]*@", "$1");
  }

  private static String withoutOperation(String entered) {
    return OPERATION.matcher(entered).replaceFirst("").replaceFirst("/+$", "");
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(URI.create(address)).filter(found -> found.getHost() != null);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
