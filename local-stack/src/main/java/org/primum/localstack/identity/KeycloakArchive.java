package org.primum.localstack.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.progress.StackFailure;

/** Keycloak's distribution: brought by Maven once, unpacked once for each stack. */
final class KeycloakArchive {

  private final Path project;
  private final String version;

  KeycloakArchive(Path project) {
    this.project = project;
    this.version = version();
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream stream = KeycloakArchive.class.getResourceAsStream("keycloak.properties")) {
      properties.load(stream);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties.getProperty("version");
  }

  /** The folder of the unpacked distribution, unpacked now if it is not there. */
  Path unpackedIn(Path parent) {
    Path unpacked = parent.resolve("keycloak-" + version);
    if (!Files.exists(unpacked)) {
      try {
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, "unpacking");
        unpack(archive(), half);
        Files.move(half.resolve(unpacked.getFileName()), unpacked, StandardCopyOption.ATOMIC_MOVE);
        delete(half);
      } catch (IOException failed) {
        throw new StackFailure("Keycloak could not be unpacked: " + failed.getMessage(), failed);
      }
    }
    return unpacked;
  }

  /** Whether Maven has still to bring it. */
  boolean missingFor(Path parent) {
    return !Files.exists(parent.resolve("keycloak-" + version)) && !Files.exists(file());
  }

  private Path file() {
    return folder().resolve("keycloak-quarkus-dist-%s.zip".formatted(version));
  }

  private Path folder() {
    return project.resolve("local-stack/target/keycloak");
  }

  private Path archive() throws IOException {
    if (!Files.exists(file())) {
      fetch(folder());
    }
    return file();
  }

  private void fetch(Path folder) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                project.resolve("mvnw").toString(),
                "-q",
                "-B",
                "-N",
                "dependency:copy",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:%s:zip".formatted(version),
                "-DoutputDirectory=" + folder)
            .directory(project.toFile())
            .redirectErrorStream(true);
    command.environment().put("JAVA_HOME", JavaProgram.home());
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new StackFailure(
            "Maven could not fetch Keycloak %s. It says:%n%s".formatted(version, output.strip()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new StackFailure("Interrupted while fetching Keycloak.", interrupted);
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive leads outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
