package org.primum.modelclient;

import org.primum.protocol.Failure;
import org.primum.protocol.Require;

/** What asking a model came to, after all retries. */
public sealed interface Outcome {

  /** How many HTTP requests were sent; 0 when none could be. */
  int requests();

  /**
   * The model said something.
   *
   * @param text never blank; without NUL characters and unpaired surrogates, which no database
   *     takes
   * @param finishReason as the endpoint gave it, or null
   * @param promptTokens as the endpoint counted them, or null
   * @param completionTokens as the endpoint counted them, or null
   * @param reportedModel the model name in the reply, or null
   * @param latencyMillis of the request that succeeded
   * @param requests how many requests were sent
   */
  record Replied(
      String text,
      String finishReason,
      Integer promptTokens,
      Integer completionTokens,
      String reportedModel,
      long latencyMillis,
      int requests)
      implements Outcome {

    public Replied {
      Require.text(text, "text");
    }
  }

  /**
   * The model said nothing that can be used.
   *
   * @param failure the reason, for a person, without the credential
   * @param retryable whether the same request may succeed later
   * @param requests how many requests were sent
   */
  record Failed(Failure failure, boolean retryable, int requests) implements Outcome {

    public Failed {
      Require.present(failure, "failure");
    }
  }
}
