package org.primum.gateway.benchmark.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 without replacing anything: what is not UTF-8 is refused with its line. */
final class StrictUtf8 extends Reader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER = 16 * 1024;

  private final InputStream content;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer characters = CharBuffer.allocate(BUFFER).limit(0);
  private final CharsetDecoder decoder = decoder();
  private boolean atStart = true;
  private boolean atEnd;
  private int line = 1;

  StrictUtf8(InputStream content) {
    this.content = content;
  }

  /** A decoder that reports what it cannot decode. */
  static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    while (!characters.hasRemaining()) {
      if (atEnd && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int read = Math.min(length, characters.remaining());
    characters.get(buffer, offset, read);
    return read;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void decode() throws IOException {
    bytes.compact();
    int read = content.read(bytes.array(), bytes.position(), bytes.remaining());
    atEnd = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
    CoderResult result = decoder.decode(bytes, characters.clear(), atEnd);
    characters.flip();
    if (atStart && characters.hasRemaining()) {
      atStart = false;
      if (characters.get(0) == BYTE_ORDER_MARK) {
        characters.get();
      }
    }
    line += (int) characters.chars().filter(character -> character == '\n').count();
    if (result.isError()) {
      throw new UnusableFileException(
          "Line %d is not UTF-8. Save the file as UTF-8 and try again.".formatted(line));
    }
  }
}
