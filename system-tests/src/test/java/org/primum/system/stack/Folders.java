package org.primum.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders tests leave and find. */
public final class Folders {

  /** Public data sets and the endpoint that replays recorded answers, beside the project. */
  public static final Path SHARED = Path.of("..", "..", "shared").toAbsolutePath().normalize();

  private Folders() {}

  /** Deletes a folder with all it holds. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
