package org.primum.localstack.bench.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a client sends to PostgreSQL, as it comes in pieces: protocol 3 as in "Message
 * Formats" of PostgreSQL's manual. Only messages about statements are looked into.
 */
final class FrontendMessages {

  /** What is told of the messages. */
  interface Listener {

    /** The connection's user. */
    void user(String name);

    /** A statement was prepared; an unnamed one has the empty name. */
    void prepared(String name, String text);

    /** A prepared statement is to be run. */
    void bound(String name);

    /** A statement without preparation, which ends with an answer of its own. */
    void query(String text);

    /** The messages so far are to be answered now. */
    void sync();
  }

  private static final int LENGTH_BYTES = 4;
  private static final int PROTOCOL_3 = 196_608;
  private static final int USUAL_SIZE = 8_192;

  private final Listener listener;
  private byte[] body = new byte[USUAL_SIZE];
  private int filled;
  private int wanted = LENGTH_BYTES;
  private boolean started;
  private byte type;
  private State state = State.LENGTH;
  private int skipping;

  private enum State {
    TYPE,
    LENGTH,
    BODY,
    SKIPPED
  }

  FrontendMessages(Listener listener) {
    this.listener = listener;
  }

  /** Takes the next bytes. */
  void take(byte[] bytes, int length) {
    int at = 0;
    while (at < length) {
      switch (state) {
        case TYPE -> {
          type = bytes[at++];
          expect(State.LENGTH, LENGTH_BYTES);
        }
        case SKIPPED -> {
          int step = Math.min(skipping, length - at);
          skipping -= step;
          at += step;
          endIfSkipped();
        }
        case LENGTH, BODY -> {
          int step = Math.min(wanted - filled, length - at);
          System.arraycopy(bytes, at, body, filled, step);
          filled += step;
          at += step;
          if (filled == wanted) {
            complete();
          }
        }
      }
    }
  }

  private void expect(State next, int bytes) {
    state = next;
    filled = 0;
    wanted = bytes;
    if (body.length < bytes) {
      body = new byte[bytes];
    }
  }

  private void complete() {
    if (state == State.BODY) {
      look();
      next();
      return;
    }
    int rest = ByteBuffer.wrap(body).getInt() - LENGTH_BYTES;
    if (!started || type == 'P' || type == 'B' || type == 'Q' || type == 'S') {
      expect(State.BODY, rest);
      if (rest == 0) {
        complete();
      }
    } else {
      skipping = rest;
      state = State.SKIPPED;
      endIfSkipped();
    }
  }

  private void endIfSkipped() {
    if (skipping == 0) {
      next();
    }
  }

  private void next() {
    if (started) {
      expect(State.TYPE, 1);
    } else {
      expect(State.LENGTH, LENGTH_BYTES);
    }
  }

  private void look() {
    if (!started) {
      lookAtStart();
      return;
    }
    switch (type) {
      case 'P' -> {
        int end = end(0);
        listener.prepared(text(0, end), text(end + 1, end(end + 1)));
      }
      case 'B' -> {
        int portal = end(0);
        listener.bound(text(portal + 1, end(portal + 1)));
      }
      case 'Q' -> listener.query(text(0, end(0)));
      default -> listener.sync();
    }
  }

  /** Before the start message a client may ask for encryption, which has a number of its own. */
  private void lookAtStart() {
    if (wanted < LENGTH_BYTES || ByteBuffer.wrap(body).getInt() != PROTOCOL_3) {
      return;
    }
    started = true;
    for (int at = LENGTH_BYTES; at < wanted && body[at] != 0; ) {
      int nameEnd = end(at);
      int valueEnd = end(nameEnd + 1);
      if (text(at, nameEnd).equals("user")) {
        listener.user(text(nameEnd + 1, valueEnd));
      }
      at = valueEnd + 1;
    }
  }

  private int end(int from) {
    int end = from;
    while (end < wanted && body[end] != 0) {
      end++;
    }
    return end;
  }

  private String text(int from, int to) {
    return from >= to ? "" : new String(body, from, to - from, StandardCharsets.UTF_8);
  }
}
