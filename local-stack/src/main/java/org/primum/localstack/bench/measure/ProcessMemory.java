package org.primum.localstack.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The memory a process holds, from {@code /proc/<pid>/status}. */
public final class ProcessMemory {

  private static final String PEAK = "VmHWM:";
  private static final long KIBIBYTE = 1_024;

  /** What tells Linux to forget the peak; see proc(5). */
  private static final String FORGET_PEAK = "5";

  private ProcessMemory() {}

  /** The most bytes it has held since it started, or since the peak was forgotten. */
  public static OptionalLong peak(long pid) {
    try {
      return peak(Files.readString(folder(pid).resolve("status")));
    } catch (IOException ended) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong peak(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
        .filter(kibibytes -> kibibytes.matches("[0-9]+"))
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
        .findFirst();
  }

  /** Lets the peak begin anew; whether that is allowed. */
  public static boolean forgetPeak(long pid) {
    try {
      Files.writeString(folder(pid).resolve("clear_refs"), FORGET_PEAK);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static Path folder(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }
}
