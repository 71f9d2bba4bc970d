package org.primum.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that Quarkus builds an application into. */
final class FastJar {

  private FastJar() {}

  /** Files in the places of a real one, with nothing of use in them. */
  static Path layOut(Path folder) throws IOException {
    for (String file :
        List.of(
            "quarkus-run.jar",
            "app/example-1.2.jar",
            "lib/boot/org.example.boot-1.jar",
            "lib/main/org.example.main-1.jar",
            "quarkus/quarkus-application.dat")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
    return folder;
  }

  static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }
}
