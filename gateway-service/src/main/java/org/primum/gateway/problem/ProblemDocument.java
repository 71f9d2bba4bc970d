package org.primum.gateway.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * RFC 9457 problem details.
 *
 * @param type always {@code about:blank}: the status says the class of the problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong and what to do
 * @param errors single fields, possibly none
 */
record ProblemDocument(
    String type, String title, int status, String detail, List<Problem.FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(
      Response.StatusType status, String detail, List<Problem.FieldError> errors) {
    return new ProblemDocument(
        "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, errors);
  }

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
