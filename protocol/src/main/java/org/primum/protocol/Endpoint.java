package org.primum.protocol;

import java.util.UUID;

/**
 * Where a model is asked; never its credential.
 *
 * @param id names the credential to whoever may fetch it
 * @param provider the protocol spoken, for example {@code openai}
 * @param baseUrl without the operation's path, for example {@code https://host/v1}
 * @param modelName the name the endpoint knows the model by
 * @param maxConcurrency most requests at once
 */
public record Endpoint(
    UUID id, String provider, String baseUrl, String modelName, int maxConcurrency) {

  public Endpoint {
    Require.present(id, "id");
    Require.text(provider, "provider");
    Require.text(baseUrl, "baseUrl");
    Require.text(modelName, "modelName");
    Require.that(maxConcurrency > 0, "maxConcurrency must be positive");
  }
}
