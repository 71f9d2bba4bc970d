package org.primum.gateway.dispatch;

import java.time.Instant;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EndpointReport;

/** Stand-in until the real one is merged. */
record Pace(int nothing) {
  static Pace fresh() {
    return new Pace(0);
  }

  int places(int inFlight, int most, Instant now) {
    return Math.max(0, most - inFlight);
  }

  Instant looksAgainAt(int inFlight, int most, Instant now) {
    return null;
  }

  Pace handedOut(int count, Instant now) {
    return this;
  }

  Pace met(EndpointReport report, int inFlight, int most, Instant now) {
    return this;
  }

  Pace lost(Instant now) {
    return this;
  }

  boolean down() {
    return false;
  }

  Instant downSince() {
    return null;
  }

  Instant answeredAt() {
    return null;
  }

  FailureKind trouble() {
    return null;
  }

  Instant heldUntil(Instant now) {
    return null;
  }
}
