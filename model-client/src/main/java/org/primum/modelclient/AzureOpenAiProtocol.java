package org.primum.modelclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.primum.protocol.Endpoint;

/**
 * OpenAI's chat completions as Azure serves them. The model name is that of the deployment. Where
 * the base URL ends with {@code /v1}, the deployment is named in the body; otherwise in the path,
 * with a version of the API.
 */
final class AzureOpenAiProtocol extends OpenAiProtocol {

  /** The newest version of the older API that is not a preview. */
  private static final String VERSION = "?api-version=2024-10-21";

  private static final String OPENAI = "/openai";

  AzureOpenAiProtocol(RateHeaders rates) {
    super(rates);
  }

  @Override
  URI chatAddress(Endpoint endpoint) {
    if (newer(endpoint)) {
      return super.chatAddress(endpoint);
    }
    String deployment =
        URLEncoder.encode(endpoint.modelName(), StandardCharsets.UTF_8).replace("+", "%20");
    return older(endpoint, "/deployments/" + deployment + "/chat/completions");
  }

  @Override
  URI listAddress(Endpoint endpoint) {
    return newer(endpoint) ? super.listAddress(endpoint) : older(endpoint, "/models");
  }

  @Override
  HttpRequest.Builder authorized(HttpRequest.Builder request, Secret key) {
    return key == null ? request : request.header("api-key", key.reveal());
  }

  /** The list has the models that may be deployed, not the deployments: it says nothing. */
  @Override
  boolean lists(JsonNode models, String modelName) {
    return false;
  }

  private static boolean newer(Endpoint endpoint) {
    return base(endpoint.baseUrl()).endsWith("/v1");
  }

  private static URI older(Endpoint endpoint, String operation) {
    String base = base(endpoint.baseUrl());
    return URI.create((base.endsWith(OPENAI) ? base : base + OPENAI) + operation + VERSION);
  }
}
