package org.primum.protocol;

/**
 * One request to a model, known by its {@link #identity()}.
 *
 * @param endpoint where it is sent
 * @param generation how the model is asked, with the system message of this very request
 * @param user the user message
 * @param repetition counts how often the same item is asked in one evaluation, from 1
 */
public record AskedRequest(Endpoint endpoint, Generation generation, String user, int repetition) {

  public AskedRequest {
    Require.present(endpoint, "endpoint");
    Require.present(generation, "generation");
    Require.text(user, "user");
    Require.that(repetition > 0, "repetition must be positive");
  }

  /**
   * SHA-256 over everything that can move the answer and is known here, in hexadecimal: the
   * provider, its address, the model, both messages, temperature, top-p and the most tokens. The
   * repetition is in it, so that the answers of one evaluation never become one. An endpoint's
   * internal id and how much it may be asked at once cannot move an answer.
   */
  public String identity() {
    return new ContentHash()
        .add("request/1")
        .add(endpoint.provider())
        .add(endpoint.baseUrl())
        .add(endpoint.modelName())
        .add(generation.systemPrompt())
        .add(generation.temperature())
        .add(generation.topP())
        .add(generation.maxTokens())
        .add(user)
        .add(repetition)
        .hex();
  }
}
