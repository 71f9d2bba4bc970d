package org.primum.gateway.benchmark.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published data sets in the folder beside the project; what needs them is skipped without. */
final class SharedDataSets {

  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ".")).resolve("../../shared/datasets").normalize();

  private SharedDataSets() {}

  static Path file(String path) {
    Path file = FOLDER.resolve(path);
    boolean there = Files.isReadable(file);
    if (!there) {
      System.out.println("SKIPPED: a published data set is not here, looked for " + file);
    }
    assumeTrue(there, () -> "SKIPPED: not here: " + file);
    return file;
  }

  static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(file(folder))) {
      return files.sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] bytes(String path) {
    try {
      return Files.readAllBytes(file(path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
