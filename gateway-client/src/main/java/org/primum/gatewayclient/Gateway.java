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
import org.jboss.logging.Logger;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.CredentialSeal;
import org.primum.modelclient.CredentialUnreadable;
import org.primum.modelclient.Credentials;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.modelclient.Secret;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
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

  private static final Logger LOG = Logger.getLogger(Gateway.class);

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
   * Asks an endpoint with its credential, or without when it has none.
   *
   * @param attempt counts the attempts at the same question, from 1
   * @throws UncheckedIOException when the gateway cannot be asked for the credential now
   */
  public Outcome ask(ModelClient client, Endpoint endpoint, ChatRequest request, int attempt) {
    Secret key;
    try {
      key = credentials.of(endpoint.id());
    } catch (CredentialUnreadable unreadable) {
      LOG.errorf("a stored key does not open endpoint=%s", endpoint.id());
      return Outcome.Failed.unasked(
          new Failure(
              FailureKind.UNAUTHORIZED,
              "The stored key cannot be opened, perhaps because the sealing key was changed. Submit"
                  + " the model or judge again with its key."),
          false);
    }
    return client.ask(endpoint, key, request, attempt);
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
