package org.primum.gateway.notification;

import java.util.Locale;
import org.primum.protocol.message.EvaluationState;

/** The kinds of things somebody is told of, as receivers know them. */
final class Events {

  /** An evaluation waits for its cost limit to be raised. */
  static final String BUDGET_REACHED = "evaluation.budget_reached";

  /** An owner wanted to see whether anything arrives. */
  static final String TEST = "notification.test";

  /** An e-mail address is to be shown to be its owner's; never goes to a webhook. */
  static final String CONFIRMATION = "notification.confirmation";

  private Events() {}

  /** {@code evaluation.complete}, {@code evaluation.failed}, {@code evaluation.cancelled}. */
  static String ended(EvaluationState state) {
    return "evaluation." + state.label().toLowerCase(Locale.ROOT);
  }
}
