package org.primum.modelclient;

import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;

/** An endpoint or a key is such that no request can be made of it. */
final class Unaskable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  Unaskable(FailureKind kind, String detail) {
    super(detail);
    this.failure = new Failure(kind, detail);
  }

  Failure failure() {
    return failure;
  }
}
