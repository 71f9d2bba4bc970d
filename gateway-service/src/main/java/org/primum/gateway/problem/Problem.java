package org.primum.gateway.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;

/** A refusal that tells the caller what to do; becomes an RFC 9457 problem document. */
public class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Response.StatusType status;
  private final transient List<FieldError> errors;

  private Problem(Response.StatusType status, String detail, List<FieldError> errors) {
    super(detail);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  /** The request itself is wrong (400). */
  public static Problem badRequest(String detail) {
    return new Problem(Response.Status.BAD_REQUEST, detail, List.of());
  }

  /** The request is well formed but cannot be accepted (422). */
  public static Problem unacceptable(String detail) {
    return unacceptable(detail, List.of());
  }

  /** The request is well formed but some fields cannot be accepted (422). */
  public static Problem unacceptable(String detail, List<FieldError> errors) {
    return new Problem(Unprocessable.INSTANCE, detail, errors);
  }

  /** There is no such thing, or not for this caller (404). */
  public static Problem notFound(String detail) {
    return new Problem(Response.Status.NOT_FOUND, detail, List.of());
  }

  /** The caller may not do that (403). */
  public static Problem forbidden(String detail) {
    return new Problem(Response.Status.FORBIDDEN, detail, List.of());
  }

  /** The state of things does not allow it (409). */
  public static Problem conflict(String detail) {
    return conflict(detail, List.of());
  }

  /** The state of things does not allow it, each reason for itself (409). */
  public static Problem conflict(String detail, List<FieldError> errors) {
    return new Problem(Response.Status.CONFLICT, detail, errors);
  }

  /** It was asked for too often (429). */
  public static Problem tooOften(String detail) {
    return new Problem(Response.Status.TOO_MANY_REQUESTS, detail, List.of());
  }

  ProblemDocument document() {
    return ProblemDocument.of(status, getMessage(), errors);
  }

  /**
   * What is wrong with one field.
   *
   * @param field its name in the request
   * @param message what to do
   */
  public record FieldError(String field, String message) {}

  private enum Unprocessable implements Response.StatusType {
    INSTANCE;

    @Override
    public int getStatusCode() {
      return 422;
    }

    @Override
    public Response.Status.Family getFamily() {
      return Response.Status.Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
      return "Unprocessable Content";
    }
  }
}
