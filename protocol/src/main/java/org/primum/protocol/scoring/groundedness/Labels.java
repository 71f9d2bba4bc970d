package org.primum.protocol.scoring.groundedness;

import java.util.List;

/** What a judge may say of a sentence. */
final class Labels {

  /** The document says so. */
  static final String SUPPORTED = "supported";

  /** The document does not say so. */
  static final String UNSUPPORTED = "unsupported";

  /** The document says otherwise. */
  static final String CONTRADICTORY = "contradictory";

  /** There is nothing to attribute: a greeting, a caveat, a question. */
  static final String NO_RAD = "no_rad";

  static final List<String> ALL = List.of(SUPPORTED, UNSUPPORTED, CONTRADICTORY, NO_RAD);

  private Labels() {}
}
