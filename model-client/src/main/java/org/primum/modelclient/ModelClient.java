package org.primum.modelclient;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EndpointReport.RateLimit;

/**
 * Asks a model and waits for what it says, however its endpoint behaves: every request has a time
 * limit and a size limit, what may yet succeed is tried again a bounded number of times, and every
 * other end is a {@link Failure} with a sentence for a person. Blocks its caller, who is best a
 * virtual thread; safe for many threads at once.
 */
public final class ModelClient implements AutoCloseable {

  private static final int LONGEST_LABEL = 200;

  private final RateHeaders rates;
  private final Map<String, ChatProtocol> protocols;
  private final Limits limits;
  private final UsualTimes usual;
  private final Transport transport;
  private final RetryPolicy retries;
  private final Pause pause;

  /** A client for production. */
  public ModelClient(Limits limits, RetryPolicy retries) {
    this(limits, retries, InstantSource.system(), Thread::sleep);
  }

  ModelClient(Limits limits, RetryPolicy retries, InstantSource clock, Pause pause) {
    this.rates = new RateHeaders(clock);
    this.protocols =
        Map.of(
            Providers.OPENAI, new OpenAiProtocol(rates),
            Providers.AZURE_OPENAI, new AzureOpenAiProtocol(rates),
            Providers.ANTHROPIC, new AnthropicProtocol(rates),
            Providers.OLLAMA, new OllamaProtocol(rates));
    this.limits = limits;
    this.usual = new UsualTimes(limits.request());
    this.transport = new Transport(limits);
    this.retries = retries;
    this.pause = pause;
  }

  /**
   * Asks.
   *
   * @param endpoint where
   * @param key the endpoint's credential, or null to ask without one
   * @param request what
   * @return what was said, or why nothing was, and what was met at the endpoint meanwhile; nothing
   *     of it holds the key
   * @throws CancellationException when the calling thread is interrupted, which says nothing about
   *     the model
   */
  public Outcome ask(Endpoint endpoint, Secret key, ChatRequest request) {
    return ask(endpoint, key, request, limits::request);
  }

  /**
   * Asks, and waits no longer than the endpoint gives reason to: many times as long as it usually
   * takes, three times that at the second attempt, and so on up to the limit of the client.
   *
   * @param attempt counts the attempts at the same question, from 1
   * @see #ask(Endpoint, Secret, ChatRequest)
   */
  public Outcome ask(Endpoint endpoint, Secret key, ChatRequest request, int attempt) {
    Outcome outcome = ask(endpoint, key, request, () -> usual.limit(endpoint.id(), attempt));
    if (outcome instanceof Outcome.Replied replied) {
      usual.took(endpoint.id(), replied.latencyMillis());
    }
    return outcome;
  }

  private Outcome ask(
      Endpoint endpoint, Secret key, ChatRequest request, Supplier<Duration> longest) {
    ChatProtocol protocol = protocols.get(endpoint.provider());
    if (protocol == null) {
      return unaskable(
          new Failure(
              FailureKind.REJECTED,
              "The provider \"%s\" is not supported. Supported: %s."
                  .formatted(
                      Wording.excerpt(endpoint.provider()), Providers.PATTERN.replace("|", ", "))));
    }
    HttpRequest httpRequest;
    try {
      httpRequest = protocol.request(endpoint, key, request);
    } catch (Unaskable unaskable) {
      return unaskable(unaskable.failure());
    }
    Sighting met = Sighting.NONE;
    for (int sent = 1; ; sent++) {
      long begun = System.nanoTime();
      Sent last = send(protocol, httpRequest, longest, begun);
      met = met.then(last.met());
      switch (last.attempt()) {
        case Attempt.Success success -> {
          return replied(success, key, millisSince(begun), met);
        }
        case Attempt.Trouble trouble -> {
          if (!trouble.retryable() || sent == retries.maxRequests()) {
            return failed(trouble, key, met, "");
          }
          if (waitsTooLong(trouble)) {
            return failed(trouble, key, met, tooLong(trouble));
          }
          pauseBeforeNext(sent, trouble.retryAfter());
        }
      }
    }
  }

  /**
   * Whether the endpoint names the model in its list of models. One request, never repeated; an
   * endpoint that has no list, or cannot be asked, lists nothing.
   */
  public boolean lists(Endpoint endpoint, Secret key) {
    ChatProtocol protocol = protocols.get(endpoint.provider());
    if (protocol == null) {
      return false;
    }
    try {
      return protocol.lists(
          transport.send(protocol.modelsRequest(endpoint, key)), endpoint.modelName());
    } catch (Unaskable | Transport.Broken failed) {
      return false;
    }
  }

  private Sent send(
      ChatProtocol protocol, HttpRequest request, Supplier<Duration> longest, long begun) {
    try {
      HttpReply reply = transport.send(request, longest);
      Attempt attempt = protocol.read(reply);
      return new Sent(
          attempt,
          sighting(
              attempt,
              reply.successful(),
              rates.requests(reply.headers()),
              rates.tokens(reply.headers()),
              millisSince(begun)));
    } catch (Transport.Broken broken) {
      return new Sent(
          broken.trouble(), sighting(broken.trouble(), false, null, null, millisSince(begun)));
    }
  }

  private static Sighting sighting(
      Attempt attempt,
      boolean answered,
      RateLimit requestLimit,
      RateLimit tokenLimit,
      long millis) {
    Attempt.Trouble trouble = attempt instanceof Attempt.Trouble found ? found : null;
    return new Sighting(
        1,
        answered ? 1 : 0,
        attempt.usage().promptTokens(),
        attempt.usage().completionTokens(),
        trouble == null ? null : trouble.ofEndpoint(),
        trouble == null || trouble.retryAfter() == null ? null : trouble.retryAfter().toMillis(),
        requestLimit,
        tokenLimit,
        millis);
  }

  private boolean waitsTooLong(Attempt.Trouble trouble) {
    return trouble.retryAfter() != null
        && trouble.retryAfter().compareTo(retries.maxRetryAfter()) > 0;
  }

  private String tooLong(Attempt.Trouble trouble) {
    return "The endpoint asks to wait %s, longer than the %s waited for. "
        .formatted(
            Wording.duration(trouble.retryAfter()), Wording.duration(retries.maxRetryAfter()));
  }

  private void pauseBeforeNext(int sent, Duration retryAfter) {
    try {
      pause.last(retries.delay(sent, retryAfter, RandomGenerator.getDefault()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted between two requests");
    }
  }

  private static Outcome.Failed unaskable(Failure failure) {
    return Outcome.Failed.unasked(failure, false);
  }

  private static Outcome.Failed failed(
      Attempt.Trouble trouble, Secret key, Sighting met, String before) {
    String detail = before + trouble.detail();
    String clean = Wording.storable(key == null ? detail : key.scrub(detail));
    return new Outcome.Failed(new Failure(trouble.kind(), clean), trouble.retryable(), met);
  }

  private static Outcome.Replied replied(
      Attempt.Success success, Secret key, long latencyMillis, Sighting met) {
    return new Outcome.Replied(
        clean(success.text(), key),
        label(success.finishReason(), key),
        success.usage().promptTokens(),
        success.usage().completionTokens(),
        label(success.reportedModel(), key),
        latencyMillis,
        met);
  }

  private static String clean(String text, Secret key) {
    return Wording.storable(key == null ? text : key.scrubAnswer(text));
  }

  private static String label(String text, Secret key) {
    if (text == null) {
      return null;
    }
    String clean = clean(text, key);
    return clean.length() <= LONGEST_LABEL ? clean : clean.substring(0, LONGEST_LABEL);
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  @Override
  public void close() {
    transport.close();
  }

  private record Sent(Attempt attempt, Sighting met) {}

  /** How time passes between two requests; tests let it pass at once. */
  interface Pause {

    /** Returns after that long. */
    void last(Duration duration) throws InterruptedException;
  }
}
