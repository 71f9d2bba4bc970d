package org.primum.gateway.benchmark.archive;

/** An archive is not what an export made; the message says in what, for a sentence. */
final class DamagedArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Longest message kept, in characters: it may quote what the archive holds. */
  private static final int LONGEST = 300;

  DamagedArchiveException(String message) {
    super(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
  }
}
