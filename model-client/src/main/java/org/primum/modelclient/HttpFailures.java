package org.primum.modelclient;

import org.primum.protocol.FailureKind;

/** What an HTTP status other than success means, the same for every provider. */
final class HttpFailures {

  private final RateHeaders rates;

  HttpFailures(RateHeaders rates) {
    this.rates = rates;
  }

  /**
   * Explains the status.
   *
   * @param said what the endpoint wrote about it, in one line; may be empty
   */
  Attempt.Trouble explain(HttpReply reply, String said) {
    int status = reply.status();
    String code = "HTTP " + status;
    String tail = said.isEmpty() ? "" : " The endpoint says: \"" + said + "\"";
    return switch (status) {
      case 401, 403 ->
          Attempt.Trouble.lasting(
              FailureKind.UNAUTHORIZED,
              "The endpoint refused the key ("
                  + code
                  + "). Check that the key is complete, not expired, and allowed to use this"
                  + " model."
                  + tail);
      case 404, 410 ->
          Attempt.Trouble.lasting(
              FailureKind.NOT_FOUND,
              "The endpoint knows no such model or path ("
                  + code
                  + "). Check the model name, and that the base URL is complete, often ending in"
                  + " /v1."
                  + tail);
      case 408, 425 ->
          again(
              FailureKind.TIMED_OUT, "The endpoint gave up waiting (" + code + ")." + tail, reply);
      case 429 ->
          again(
              FailureKind.RATE_LIMITED,
              "The endpoint limits the rate ("
                  + code
                  + "). Lower the number of requests at once, or raise the limit there."
                  + tail,
              reply);
      default ->
          status >= 500
              ? again(
                  FailureKind.SERVER_ERROR,
                  "The endpoint failed (" + code + "). Look at its own log." + tail,
                  reply)
              : Attempt.Trouble.lasting(FailureKind.REJECTED, rejected(status, code) + tail);
    };
  }

  private static String rejected(int status, String code) {
    return status / 100 == 3
        ? "The endpoint redirects to another address ("
            + code
            + "), which is not followed so that the key stays where it belongs. Enter the final"
            + " address as base URL."
        : "The endpoint rejected the request (" + code + ").";
  }

  private Attempt.Trouble again(FailureKind kind, String detail, HttpReply reply) {
    return new Attempt.Trouble(
        kind, detail, true, rates.retryAfter(reply.headers()).orElse(null), Usage.UNTOLD);
  }
}
