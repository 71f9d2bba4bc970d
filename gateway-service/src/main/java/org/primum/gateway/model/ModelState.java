package org.primum.gateway.model;

import java.util.Locale;

/** Where a submitted model is in its life. */
enum ModelState {
  /** Not finished: only its owner knows it, and it cannot be evaluated. */
  DRAFT,
  /** Its endpoint answered once, and it can be evaluated. */
  ACCEPTED,
  /** Its owner took it back: it stays listed by name, and is evaluated no more. */
  WITHDRAWN;

  /** As it is stored and shown. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
