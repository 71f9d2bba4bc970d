package org.primum.localstack.bench.wire;

/** Reads what PostgreSQL sends, as it comes in pieces, and tells when it is ready for the next. */
final class BackendMessages {

  private static final int HEAD_BYTES = 5;
  private static final byte READY = 'Z';

  private final Runnable ready;
  private final byte[] head = new byte[HEAD_BYTES];
  private int filled;
  private long skipping;

  /**
   * Nothing read yet.
   *
   * @param ready told of every such message
   */
  BackendMessages(Runnable ready) {
    this.ready = ready;
  }

  /** Takes the next bytes. */
  void take(byte[] bytes, int length) {
    int at = 0;
    while (at < length) {
      if (skipping > 0) {
        int step = (int) Math.min(skipping, length - at);
        skipping -= step;
        at += step;
        continue;
      }
      head[filled++] = bytes[at++];
      if (filled == HEAD_BYTES) {
        filled = 0;
        skipping = rest();
        if (head[0] == READY) {
          ready.run();
        }
      }
    }
  }

  /** The length counts itself, but not the type before it. */
  private long rest() {
    long length = 0;
    for (int at = 1; at < HEAD_BYTES; at++) {
      length = length << Byte.SIZE | (head[at] & 0xFF);
    }
    return length - (HEAD_BYTES - 1);
  }
}
