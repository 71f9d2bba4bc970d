package org.primum.localstack.bench.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 request, as far as the measuring endpoint looks at it.
 *
 * @param method GET, POST or another
 * @param path without host
 * @param body one character a byte
 * @param last whether the connection ends with it
 */
record Request(String method, String path, String body, boolean last) {

  private static final int LONGEST_LINE = 16_384;
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  /**
   * Reads the next request; null when the connection has ended.
   *
   * @throws IOException when it is no request that can be read, or the connection breaks in it
   */
  static Request read(InputStream in) throws IOException {
    String start = line(in);
    if (start == null) {
      return null;
    }
    String[] parts = start.split(" ", -1);
    if (parts.length != 3) {
      throw new IOException("not a request");
    }
    int length = 0;
    boolean last = false;
    for (String header = line(in); ; header = line(in)) {
      if (header == null) {
        throw new EOFException("the connection ended in a header");
      }
      if (header.isEmpty()) {
        break;
      }
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      } else if (lower.startsWith("connection:")) {
        last = lower.contains("close");
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("a body in chunks is not read");
      }
    }
    if (length < 0 || length > LARGEST_BODY) {
      throw new IOException("the body is too large");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the connection ended in a body");
    }
    return new Request(parts[0], parts[1], new String(body, StandardCharsets.ISO_8859_1), last);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.isEmpty()) {
          return null;
        }
        throw new EOFException("the connection ended in a line");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("a line is too long");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
