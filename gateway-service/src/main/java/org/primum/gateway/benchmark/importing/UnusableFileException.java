package org.primum.gateway.benchmark.importing;

/** A file as a whole cannot be used; the message is a sentence on what to do. */
final class UnusableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableFileException(String message) {
    super(message);
  }
}
