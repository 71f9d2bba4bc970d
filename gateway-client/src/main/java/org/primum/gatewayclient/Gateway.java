package org.primum.gatewayclient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.primum.modelclient.CredentialSeal;
import org.primum.modelclient.Credentials;
import org.primum.modelclient.Secret;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * What runner and judge ask of the gateway. Whatever keeps it from answering, a refused token
 * included, is reported as an input-output failure: the message at hand waits and comes again.
 */
@ApplicationScoped
public class Gateway {

  /** A replaced key is in use after this long. */
  private static final Duration CREDENTIAL_REMEMBERED = Duration.ofSeconds(30);

  private static final int MOST_PROTOCOLS_REMEMBERED = 100;

  private final InternalApi api;
  private final Credentials credentials;

  /** Content-addressed, so what is remembered is never out of date. */
  private final Cache<String, JudgingProtocol> protocols =
      Caffeine.newBuilder().maximumSize(MOST_PROTOCOLS_REMEMBERED).build();

  Gateway(@RestClient InternalApi api, @ConfigProperty(name = "primum.sealing.key") String key) {
    this.api = api;
    this.credentials =
        new Credentials(this::sealed, CredentialSeal.withKey(key), CREDENTIAL_REMEMBERED);
  }

  /**
   * The credential of an endpoint, or null when it is asked without one.
   *
   * @throws UncheckedIOException when the gateway cannot be asked now
   */
  public Secret credential(UUID endpointId) {
    return credentials.of(endpointId);
  }

  /**
   * The judging protocol with that hash.
   *
   * @throws UncheckedIOException when the gateway cannot be asked now
   * @throws IllegalStateException when what it gives does not have that hash
   */
  public JudgingProtocol judgingProtocol(String hash) {
    return protocols.get(hash, this::fetchProtocol);
  }

  private JudgingProtocol fetchProtocol(String hash) {
    JudgingProtocol protocol =
        Json.read(asked(() -> api.judgingProtocol(hash)), JudgingProtocol.class);
    if (!protocol.hash().equals(hash)) {
      throw new IllegalStateException(
          "the judging protocol the gateway gave does not have the hash " + hash);
    }
    return protocol;
  }

  private Optional<String> sealed(UUID endpointId) {
    return Optional.ofNullable(asked(() -> api.credential(endpointId)).sealed());
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException away) {
      throw new UncheckedIOException(
          new IOException("the gateway did not answer: " + away.getMessage(), away));
    }
  }
}
