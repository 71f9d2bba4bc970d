package org.primum.leaderboard.gateway;

import jakarta.ws.rs.ProcessingException;
import java.util.List;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;

/**
 * What a form says when it is shown again, with the visitor's input in it.
 *
 * @param status the HTTP status the page is sent with
 * @param detail a sentence over the form
 * @param errors words for single fields, or for single lines of a file
 */
public record FormProblems(int status, String detail, List<FieldError> errors) {

  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  /** Nothing is wrong. */
  public static final FormProblems NONE = new FormProblems(200, "", List.of());

  /**
   * What a call to the gateway ran into; {@link #NONE} when it went through.
   *
   * @throws GatewayRefusal when it is not about what was entered
   */
  public static FormProblems of(Runnable call) {
    try {
      call.run();
      return NONE;
    } catch (GatewayRefusal refusal) {
      return of(refusal);
    } catch (ProcessingException silence) {
      return of(silence);
    }
  }

  /** Several mistakes of the visitor's own. */
  public static FormProblems of(List<FieldError> errors) {
    return errors.isEmpty()
        ? NONE
        : new FormProblems(UNPROCESSABLE, "Please look at the form again.", List.copyOf(errors));
  }

  /** The visitor's own mistake, found before the gateway was asked. */
  public static FormProblems of(String field, String message) {
    return new FormProblems(
        UNPROCESSABLE, "Please look at the form again.", List.of(new FieldError(field, message)));
  }

  /**
   * What the gateway said.
   *
   * @throws GatewayRefusal when it is not about what was entered
   */
  public static FormProblems of(GatewayRefusal refusal) {
    if (!refusal.concernsInput()) {
      throw refusal;
    }
    return new FormProblems(refusal.status(), refusal.getMessage(), refusal.errors());
  }

  /** The gateway said nothing at all. */
  public static FormProblems of(ProcessingException silence) {
    return new FormProblems(
        UNAVAILABLE,
        "The gateway did not answer, so nothing was changed as far as we know. Your input is still"
            + " here; please try again in a moment.",
        List.of());
  }

  /** Whether there is anything to say. */
  public boolean any() {
    return !detail.isEmpty();
  }

  /** The words for that field, empty when there are none. */
  public String about(String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::message)
        .findFirst()
        .orElse("");
  }
}
