package org.primum.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system of its own in memory, which can be full: Linux only, and for a user who may mount.
 */
public final class SmallDisk implements AutoCloseable {

  private static final long MEGABYTE = 1 << 20;

  /** Far more than the tests write. Only what is written takes up memory. */
  private static final long ROOMY = 2_000 * MEGABYTE;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Puts one at that folder, which is created; empty where that cannot be done. */
  static Optional<SmallDisk> at(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    boolean mounted =
        Programs.find("mount").isPresent()
            && succeeds(
                "mount", "-t", "tmpfs", "-o", "mode=0700,size=" + ROOMY, "tmpfs", path(folder));
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /** Takes away what an interrupted run has left there. */
  static void clear(Path folder) {
    try {
      Path mounts = Path.of("/proc/mounts");
      while (Files.exists(mounts)
          && Files.readString(mounts).contains(" " + folder.toAbsolutePath() + " ")) {
        if (!succeeds("umount", path(folder))) {
          throw new IllegalStateException("%s is still in use.".formatted(folder));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Takes all free space away, whoever is writing meanwhile. */
  public void fill() {
    // The size counts in pages; a writer may take some between looking and asking.
    while (!succeeds("mount", "-o", "remount,size=" + used(), path(folder))) {
      Thread.onSpinWait();
    }
  }

  /** Gives the space back. */
  public void free() {
    if (!succeeds("mount", "-o", "remount,size=" + ROOMY, path(folder))) {
      throw new IllegalStateException("The disk at %s stays full.".formatted(folder));
    }
  }

  private long used() {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.getTotalSpace() - store.getUnallocatedSpace();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String path(Path folder) {
    return folder.toAbsolutePath().toString();
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean succeeded = process.waitFor() == 0;
      if (!succeeded) {
        System.out.println(String.join(" ", command) + ": " + said.strip());
      }
      return succeeded;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    clear(folder);
  }
}
