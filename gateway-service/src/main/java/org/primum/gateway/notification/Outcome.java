package org.primum.gateway.notification;

/** What came of one attempt. */
sealed interface Outcome {

  /** The receiver has taken it. */
  record Delivered() implements Outcome {}

  /**
   * It did not get through, and may later.
   *
   * @param reason a sentence for the owner
   */
  record Failed(String reason) implements Outcome {}

  /**
   * The receiver will not take this one, however often it is sent.
   *
   * @param reason a sentence for the owner
   * @param wantsNoMore whether it will take no other either
   */
  record Refused(String reason, boolean wantsNoMore) implements Outcome {}
}
