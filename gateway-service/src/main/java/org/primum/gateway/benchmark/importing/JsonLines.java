package org.primum.gateway.benchmark.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Splits a file into lines of strict UTF-8, each bounded, with their numbers from 1. */
final class JsonLines {

  /** Longest line taken, in bytes: room for an item with the longest document. */
  static final int MAX_LINE = 4 * 1024 * 1024;

  /** Gets one line at a time. */
  interface Handler {

    /**
     * Takes a line.
     *
     * @param number from 1
     * @param text without its line end, or null when it is not usable
     * @param problem why it is not, or null
     */
    void line(int number, String text, String problem);
  }

  private JsonLines() {}

  static void read(InputStream content, Handler handler) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    long length = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      int from = 0;
      for (int at = 0; at < read; at++) {
        if (buffer[at] == '\n') {
          length += at - from;
          append(line, buffer, from, at - from);
          deliver(number++, line, length, handler);
          length = 0;
          from = at + 1;
        }
      }
      length += read - from;
      append(line, buffer, from, read - from);
    }
    if (length > 0) {
      deliver(number, line, length, handler);
    }
  }

  /** Keeps at most one byte more than a line may have, however long it is. */
  private static void append(ByteArrayOutputStream line, byte[] buffer, int from, int length) {
    line.write(buffer, from, Math.min(length, MAX_LINE + 1 - Math.min(line.size(), MAX_LINE + 1)));
  }

  private static void deliver(
      int number, ByteArrayOutputStream line, long length, Handler handler) {
    byte[] bytes = line.toByteArray();
    line.reset();
    if (length > MAX_LINE) {
      handler.line(
          number,
          null,
          "the line is longer than %d MiB; split or shorten the row".formatted(MAX_LINE >> 20));
      return;
    }
    try {
      String text = StrictUtf8.decoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
      if (number == 1 && text.startsWith("\uFEFF")) {
        text = text.substring(1);
      }
      if (!text.isEmpty()) {
        handler.line(number, text, null);
      }
    } catch (CharacterCodingException wrong) {
      handler.line(number, null, "the line is not UTF-8; save the file as UTF-8 and try again");
    }
  }
}
