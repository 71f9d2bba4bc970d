package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import org.primum.protocol.FailureKind;

/** Checks that read like the sentence they stand for. */
final class OutcomeAssert {

  private OutcomeAssert() {}

  /** It failed for that reason after so many requests; gives its sentence for further checks. */
  static String failed(Outcome outcome, FailureKind kind, int requests) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    Outcome.Failed failed = (Outcome.Failed) outcome;
    assertThat(failed.failure().kind()).isEqualTo(kind);
    assertThat(failed.requests()).isEqualTo(requests);
    return failed.failure().detail();
  }

  /** The model said something; gives it for further checks. */
  static Outcome.Replied replied(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Replied.class);
    return (Outcome.Replied) outcome;
  }
}
