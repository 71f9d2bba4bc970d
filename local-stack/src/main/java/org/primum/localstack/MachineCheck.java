package org.primum.localstack;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.primum.localstack.progress.StackFailure;

/** Whether the machine has what a stack needs, asked before anything is started. */
final class MachineCheck {

  private static final long GIGABYTE = 1_000_000_000L;
  private static final long DISK_NEEDED = 2 * GIGABYTE;
  private static final long MEMORY_NEEDED = 3 * GIGABYTE;

  private MachineCheck() {}

  static void disk(Path home) {
    try {
      long free = Files.getFileStore(home).getUsableSpace();
      if (free < DISK_NEEDED) {
        throw new StackFailure(
            "There is too little disk: %s has %.1f GB free, but Primum needs 2 GB. Make room, or choose another folder with PRIMUM_HOME."
                .formatted(home, (double) free / GIGABYTE));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void memory() {
    long free = availableMemory();
    if (free < MEMORY_NEEDED) {
      throw new StackFailure(
          "There is too little memory: %.1f GB can be had, but Primum needs 3 GB. Close some programs."
              .formatted((double) free / GIGABYTE));
    }
  }

  /**
   * What programs can still get. Linux tells; elsewhere the free memory says little, because the
   * system keeps it busy, and all there is is taken.
   */
  private static long availableMemory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Path meminfo = Path.of("/proc/meminfo");
    if (!Files.exists(meminfo)) {
      return system.getTotalMemorySize();
    }
    try (var lines = Files.lines(meminfo)) {
      long available =
          lines
              .filter(line -> line.startsWith("MemAvailable:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
              .findFirst()
              .orElse(Long.MAX_VALUE);
      // In a container less may be allowed than the machine has.
      return Math.min(available, system.getTotalMemorySize());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void port(Part part, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new StackFailure(
          "Port %d (%s) is taken by another program. Stop it, or choose another with %s."
              .formatted(port, part.label(), part.portVariable()),
          taken);
    }
  }
}
