package org.primum.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process still does anything. */
public final class Liveness {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Liveness() {}

  /**
   * Whether it runs. One that has ended, but whose parent never asked how, does not: in a container
   * the first process often asks nobody.
   */
  public static boolean alive(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    Path state = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      // The name comes first, in brackets, and may hold anything; the state follows it.
      return !Files.exists(state) || !Files.readString(state).matches("(?s).*\\) [ZX] [^)]*");
    } catch (IOException justEnded) {
      return false;
    }
  }

  /** Waits until it has ended, but no longer than this; whether it has. */
  static boolean ended(ProcessHandle process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (alive(process)) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
