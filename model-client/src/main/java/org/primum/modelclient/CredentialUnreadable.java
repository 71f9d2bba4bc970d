package org.primum.modelclient;

/** A sealed credential could not be opened with the key at hand. */
public class CredentialUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong, without any part of the credential. */
  public CredentialUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
