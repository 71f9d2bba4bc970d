package org.primum.gateway.benchmark.archive;

/** An archive is not what an export made; the message says in what, for a sentence. */
final class DamagedArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedArchiveException(String message) {
    super(message);
  }
}
