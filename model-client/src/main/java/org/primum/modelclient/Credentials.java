package org.primum.modelclient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Opened credentials by endpoint, remembered briefly: long enough that a run does not ask the
 * gateway for every prompt, short enough that a replaced key is soon used. A failure of the source
 * is passed on and not remembered.
 */
public final class Credentials {

  private static final int MOST_REMEMBERED = 1_000;

  private final Function<UUID, Optional<String>> source;
  private final CredentialSeal seal;
  private final Cache<UUID, Optional<Secret>> opened;

  /**
   * Over a source of sealed credentials.
   *
   * @param source the sealed credential of an endpoint, or empty when it has none
   * @param seal opens them
   * @param remembered how long an opened one is kept
   */
  public Credentials(
      Function<UUID, Optional<String>> source, CredentialSeal seal, Duration remembered) {
    this(source, seal, remembered, Ticker.systemTicker());
  }

  Credentials(
      Function<UUID, Optional<String>> source,
      CredentialSeal seal,
      Duration remembered,
      Ticker ticker) {
    this.source = source;
    this.seal = seal;
    this.opened =
        Caffeine.newBuilder()
            .expireAfterWrite(remembered)
            .maximumSize(MOST_REMEMBERED)
            .ticker(ticker)
            .build();
  }

  /** The endpoint's credential, or null when it is asked without one. */
  public Secret of(UUID endpointId) {
    return opened
        .get(endpointId, id -> source.apply(id).map(text -> seal.open(text, id)))
        .orElse(null);
  }
}
