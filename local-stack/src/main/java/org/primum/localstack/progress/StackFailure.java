package org.primum.localstack.progress;

/** Why the stack cannot do what it was asked, in a sentence for whoever asked. */
public class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
