package org.primum.messaging;

/** The database or the broker did not take something; trying again later may help. */
public class MessagingUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what failed and why. */
  public MessagingUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
