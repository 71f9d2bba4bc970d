package org.primum.gateway.cost;

import java.util.UUID;

/**
 * What an evaluation has used at one endpoint.
 *
 * @param endpointId of the model or of a judge
 * @param judge whether it is a judge's
 * @param requests how many were sent
 * @param promptTokens as the endpoint counted them
 * @param completionTokens as the endpoint counted them
 */
record Spent(
    UUID endpointId, boolean judge, long requests, long promptTokens, long completionTokens) {

  /** Whether the endpoint says how many tokens it took; without that there is no cost to know. */
  boolean counted() {
    return requests == 0 || promptTokens + completionTokens > 0;
  }
}
