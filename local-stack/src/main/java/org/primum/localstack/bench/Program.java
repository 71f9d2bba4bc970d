package org.primum.localstack.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.primum.localstack.process.Readiness;
import org.primum.localstack.progress.StackFailure;

/** Programs of others that help to measure. */
final class Program {

  private Program() {}

  /** Where it is, in the folders that hold programs. */
  static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs it; what it printed. */
  static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** Waits until something answers there. */
  static void awaitAnswer(String address, Duration patience) {
    Readiness readiness = new Readiness();
    long end = System.nanoTime() + patience.toNanos();
    while (!readiness.at(address)) {
      if (System.nanoTime() > end) {
        throw new StackFailure("Nothing answers at " + address + ".");
      }
      Pause.briefly();
    }
  }
}
