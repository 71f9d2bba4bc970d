package org.primum.modelclient;

/**
 * The tokens of one request, as the endpoint counted them.
 *
 * @param promptTokens or null
 * @param completionTokens or null
 */
record Usage(Integer promptTokens, Integer completionTokens) {

  static final Usage UNTOLD = new Usage(null, null);
}
