package org.primum.localstack.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.primum.protocol.Json;

/** Why a request gets no answer, in the shape of OpenAI's errors. */
final class ApiProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private ApiProblem(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static ApiProblem malformed(String message) {
    return new ApiProblem(400, null, message);
  }

  static ApiProblem tooLarge(int limit) {
    return new ApiProblem(
        413, "request_too_large", "The request is larger than %d bytes.".formatted(limit));
  }

  static ApiProblem unknownModel(String model) {
    return new ApiProblem(
        404, "model_not_found", "The model `%s` does not exist.".formatted(model));
  }

  static ApiProblem unknownPath(String path) {
    return new ApiProblem(404, "unknown_url", "There is nothing at %s.".formatted(path));
  }

  static ApiProblem wrongMethod(String method, String path) {
    return new ApiProblem(
        405, "method_not_allowed", "%s does not take %s.".formatted(path, method));
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", "invalid_request_error")
        .putNull("param")
        .put("code", code);
    return body;
  }
}
