package org.primum.protocol;

/**
 * Why something did not come about.
 *
 * @param kind the class of the failure, for counts
 * @param detail one sentence for a person, at most {@value #MAX_DETAIL} characters, without any
 *     credential
 */
public record Failure(FailureKind kind, String detail) {

  /** Longest detail kept, in characters. */
  public static final int MAX_DETAIL = 500;

  public Failure {
    Require.present(kind, "kind");
    detail = detail == null ? kind.sentence() : detail;
    if (detail.length() > MAX_DETAIL) {
      detail = detail.substring(0, MAX_DETAIL - 1) + "…";
    }
  }
}
