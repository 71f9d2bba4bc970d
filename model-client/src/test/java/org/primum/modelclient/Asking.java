package org.primum.modelclient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.primum.protocol.Endpoint;

/** A client for tests: it asks a faulty server, and lets the time between requests pass at once. */
final class Asking implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final Secret KEY = Secret.of("sk-test-0123456789abcdef");
  static final ChatRequest QUESTION = new ChatRequest("Be careful.", "May I?", 0, 1, 1024);

  /** Three requests; the wait before them is at most 0.5 and 1 second. */
  private static final RetryPolicy THREE =
      new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(1));

  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 2_000_000);

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final ModelClient client;

  Asking() {
    this(LIMITS);
  }

  Asking(Limits limits) {
    this(limits, THREE);
  }

  Asking(Limits limits, RetryPolicy retries) {
    this.client = new ModelClient(limits, retries, InstantSource.fixed(NOW), pauses::add);
  }

  /** One request for each question. */
  static Asking once() {
    return new Asking(LIMITS, RetryPolicy.ONCE);
  }

  static Endpoint endpoint(String baseUrl) {
    return endpoint(Providers.OPENAI, baseUrl);
  }

  static Endpoint endpoint(String provider, String baseUrl) {
    return new Endpoint(new UUID(0, 1), provider, baseUrl, "m-1", 4);
  }

  /** With a key. */
  Outcome ask(FaultyServer server) {
    return ask(endpoint(server.baseUrl()), KEY);
  }

  Outcome ask(Endpoint endpoint, Secret key) {
    return client.ask(endpoint, key, QUESTION);
  }

  /** Another question than usual, with a key. */
  Outcome ask(FaultyServer server, ChatRequest question) {
    return client.ask(endpoint(server.baseUrl()), KEY, question);
  }

  /** Any question at any endpoint, with a key. */
  Outcome put(Endpoint endpoint, ChatRequest question) {
    return client.ask(endpoint, KEY, question);
  }

  boolean lists(Endpoint endpoint) {
    return client.lists(endpoint, KEY);
  }

  /** How long it would have waited between the requests. */
  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public void close() {
    client.close();
  }
}
