package org.primum.localstack.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.process.Launch;
import org.primum.localstack.progress.StackFailure;

/**
 * A service as the build left it.
 *
 * @param module the folder of its module
 */
public record BuiltService(Path module) {

  /** Options of Java with which services start soon and are small. */
  public static final List<String> SMALL =
      Stream.concat(Stream.of("-Xmx384m"), JavaProgram.QUICK_START.stream()).toList();

  /**
   * Options with which services run as their images do in a container of 1 GiB: 70 percent of it as
   * heap, the collector Java chooses there, and the quick compiler; see decision 0023.
   */
  public static final List<String> AS_IN_PRODUCTION =
      List.of(
          "-Xmx716m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

  /** How to start it with this environment and these options of Java. */
  public Launch launch(Map<String, String> environment, List<String> options, Path directory) {
    Path application = module.resolve("target/quarkus-app");
    Path jar = application.resolve("quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StackFailure(
          "The service %s is not built; %s is missing.".formatted(module.getFileName(), jar));
    }
    // The system's folder for them may hold those of another user's stack, of the same names.
    Path temporary = directory.resolve("tmp").resolve(module.getFileName());
    try {
      Files.createDirectories(temporary);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Launch(
        JavaProgram.ofJar(jar, options, temporary), environment, directory, edition(application));
  }

  /** Changes with every build. */
  private static String edition(Path application) {
    try (Stream<Path> files = Files.walk(application)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().lastModified())
          .summaryStatistics()
          .toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
