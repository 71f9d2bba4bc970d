package org.primum.localstack.bench.report;

import java.util.Locale;

/** How numbers are shown: as many digits as say something. */
final class Numbers {

  private static final double LARGE = 1_000;
  private static final double MIDDLE = 10;

  private Numbers() {}

  static String shown(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    String format = size >= LARGE ? "%.0f" : size >= MIDDLE ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
