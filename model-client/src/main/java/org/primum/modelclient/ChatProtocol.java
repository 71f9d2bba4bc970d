package org.primum.modelclient;

import java.net.http.HttpRequest;
import org.primum.protocol.Endpoint;

/** How one provider is asked over HTTP, and how its replies are read. */
interface ChatProtocol {

  /**
   * The request to send.
   *
   * @param key the credential, or null when the endpoint is asked without one
   * @throws Unaskable when the endpoint or the key cannot be put into a request
   */
  HttpRequest request(Endpoint endpoint, Secret key, ChatRequest request);

  /** Reads the reply to a request of this protocol. */
  Attempt read(HttpReply reply);

  /**
   * The request for the list of the endpoint's models.
   *
   * @throws Unaskable as for {@link #request}
   */
  HttpRequest modelsRequest(Endpoint endpoint, Secret key);

  /** Whether the reply to that request lists a model of that name. */
  boolean lists(HttpReply reply, String modelName);
}
