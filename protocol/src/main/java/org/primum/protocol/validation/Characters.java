package org.primum.protocol.validation;

/** Characters that hardly belong into a prompt or a name. */
public final class Characters {

  private Characters() {}

  /** What a decoder puts in place of bytes that it cannot read. */
  static boolean replacement(int point) {
    return point == 0xFFFD;
  }

  /** C1 controls, which are bytes of Windows-1252 taken for Latin-1, and noncharacters. */
  static boolean leftover(int point) {
    return point >= 0x80 && point <= 0x9F
        || point >= 0xFDD0 && point <= 0xFDEF
        || (point & 0xFFFE) == 0xFFFE;
  }

  /** Controls of ASCII but tabs and line breaks. */
  public static boolean control(int point) {
    return point < ' ' && point != '\t' && point != '\n' && point != '\r' || point == 0x7F;
  }

  /**
   * Embeddings, overrides and isolates (N. Boucher and R. Anderson, "Trojan Source", 2021). The
   * plain marks of direction are left alone, which Arabic and Hebrew texts need.
   */
  public static boolean bidirectional(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }

  /**
   * Characters without width or ink. The joiners are left alone, which Persian, Indic scripts and
   * emoji need.
   */
  public static boolean invisible(int point) {
    return point == 0xAD
        || point == 0x200B
        || point >= 0x2060 && point <= 0x2064
        || point == 0xFEFF
        || point >= 0xFFF9 && point <= 0xFFFB
        || point >= 0xE0000 && point <= 0xE007F;
  }

  /** The beginnings that OWASP names under "CSV Injection", also after white space. */
  static boolean beginFormula(String text) {
    String stripped = text.strip();
    return !stripped.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(stripped.charAt(0)) >= 0;
  }
}
