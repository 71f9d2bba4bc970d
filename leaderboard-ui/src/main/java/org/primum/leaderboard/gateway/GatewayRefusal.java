package org.primum.leaderboard.gateway;

import java.util.List;
import java.util.Set;

/** The gateway said no, with words for the person who asked. */
public class GatewayRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Set<Integer> CONCERNING_INPUT = Set.of(400, 404, 409, 413, 422, 429);

  private final int status;
  private final transient List<FieldError> errors;

  GatewayRefusal(int status, String detail, List<FieldError> errors) {
    super(detail);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  /**
   * What is wrong with one field.
   *
   * @param field its name in the request
   * @param message what to do
   */
  public record FieldError(String field, String message) {}

  /** The HTTP status of the gateway's answer. */
  public int status() {
    return status;
  }

  /** What is wrong with single fields, possibly nothing. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Whether a form should be shown again with these words, rather than an error page. */
  public boolean concernsInput() {
    return CONCERNING_INPUT.contains(status);
  }
}
