package org.primum.localstack.bench.measure;

import java.util.Optional;

/**
 * One line of {@code /proc/<pid>/stat}, as far as it is about time and family. Times are in ticks
 * of {@value #TICKS_PER_SECOND} a second, as Linux tells them on every usual architecture.
 *
 * @param pid the process
 * @param name of its program, 15 characters at the most
 * @param parent the process that started it, or took it over
 * @param own its time in user and kernel mode
 * @param reaped the time of its children that have ended
 */
public record ProcessStat(long pid, String name, long parent, long own, long reaped) {

  static final int TICKS_PER_SECOND = 100;

  // Places after the name, which is in brackets and may hold anything; see proc(5).
  private static final int PARENT = 1;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int REAPED_USER_TIME = 13;
  private static final int REAPED_SYSTEM_TIME = 14;

  /** Reads a line; empty when it is none. */
  public static Optional<ProcessStat> parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open) {
      return Optional.empty();
    }
    String[] fields = line.substring(close + 1).strip().split(" ", -1);
    if (fields.length <= REAPED_SYSTEM_TIME) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessStat(
              Long.parseLong(line.substring(0, open).strip()),
              line.substring(open + 1, close),
              Long.parseLong(fields[PARENT]),
              Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]),
              Long.parseLong(fields[REAPED_USER_TIME])
                  + Long.parseLong(fields[REAPED_SYSTEM_TIME])));
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
