package org.primum.protocol.validation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds UTF-8 that was read as Windows-1252 or Latin-1: characters which, written in that encoding
 * again, are the bytes of a UTF-8 sequence. One sequence is enough where it stands for what is
 * common in Western text; elsewhere, as for Cyrillic, two in a row are wanted, because a capital
 * before a quotation mark also makes one.
 */
final class Mojibake {

  /** The characters of Windows-1252 for the bytes 0x80 to 0x9F. */
  private static final String HIGH = high();

  private Mojibake() {}

  private static String high() {
    byte[] bytes = new byte[0x20];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = (byte) (0x80 + index);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  static boolean in(String text) {
    int position = 0;
    int row = 0;
    while (position < text.length()) {
      int length = length(text.charAt(position));
      int meant = length == 0 ? -1 : meant(text, position, length);
      if (meant < 0) {
        row = 0;
        position++;
        continue;
      }
      row++;
      if (row > 1 || common(meant) && !amongCapitals(text, position)) {
        return true;
      }
      position += length;
    }
    return false;
  }

  /** Length of the UTF-8 sequence that a first byte announces; 0 when it is none. */
  private static int length(char first) {
    if (first >= 0xC2 && first <= 0xDF) {
      return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
  }

  /** The character that the sequence stands for, or -1 when it is no valid one. */
  private static int meant(String text, int position, int length) {
    if (position + length > text.length()) {
      return -1;
    }
    byte[] bytes = new byte[length];
    for (int index = 0; index < length; index++) {
      char character = text.charAt(position + index);
      int value = character <= 0xFF ? character : 0x80 + HIGH.indexOf(character);
      if (index > 0 && (value < 0x80 || value > 0xBF)) {
        return -1;
      }
      bytes[index] = (byte) value;
    }
    try {
      return Character.codePointAt(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)), 0);
    } catch (CharacterCodingException noSequence) {
      return -1;
    }
  }

  /** Western letters and signs, dashes and quotation marks, byte order mark, emoji. */
  private static boolean common(int point) {
    return point <= 0xFF
        || point >= 0x2010 && point <= 0x205E
        || point == 0x20AC
        || point == 0x2122
        || point == 0xFEFF
        || point == 0xFFFD
        || point >= 0x1F000;
  }

  /** As in a Portuguese word in capitals and quotation marks. */
  private static boolean amongCapitals(String text, int position) {
    return position > 0
        && Character.isUpperCase(text.charAt(position))
        && Character.isUpperCase(text.charAt(position - 1));
  }
}
