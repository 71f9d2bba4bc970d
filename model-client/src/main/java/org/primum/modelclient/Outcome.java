package org.primum.modelclient;

import java.util.UUID;
import org.primum.protocol.Failure;
import org.primum.protocol.Require;
import org.primum.protocol.message.EndpointReport;

/** What asking a model came to, after all retries. */
public sealed interface Outcome {

  /** What was met at the endpoint meanwhile. */
  Sighting met();

  /** How many HTTP requests were sent; 0 when none could be. */
  default int requests() {
    return met().requests();
  }

  /** What the gateway is told of the endpoint that was asked. */
  default EndpointReport report(UUID endpointId) {
    return met().report(endpointId);
  }

  /**
   * The model said something.
   *
   * @param text never blank; without NUL characters and unpaired surrogates, which no database
   *     takes
   * @param finishReason as the endpoint gave it, or null
   * @param promptTokens of the reply, as the endpoint counted them, or null
   * @param completionTokens of the reply, as the endpoint counted them, or null
   * @param reportedModel the model name in the reply, or null
   * @param latencyMillis of the request that succeeded
   * @param met what was met at the endpoint
   */
  record Replied(
      String text,
      String finishReason,
      Integer promptTokens,
      Integer completionTokens,
      String reportedModel,
      long latencyMillis,
      Sighting met)
      implements Outcome {

    public Replied {
      Require.text(text, "text");
      Require.present(met, "met");
    }
  }

  /**
   * The model said nothing that can be used.
   *
   * @param failure the reason, for a person, without the credential
   * @param retryable whether the same request may succeed later
   * @param met what was met at the endpoint
   */
  record Failed(Failure failure, boolean retryable, Sighting met) implements Outcome {

    public Failed {
      Require.present(failure, "failure");
      Require.present(met, "met");
    }

    /** Nothing was sent. */
    public static Failed unasked(Failure failure, boolean retryable) {
      return new Failed(failure, retryable, Sighting.NONE);
    }
  }
}
