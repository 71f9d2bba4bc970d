package org.primum.localstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for the Java that runs this program. */
public final class JavaProgram {

  /** They start sooner with it, and none of them computes for long. */
  public static final List<String> QUICK_START =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-XX:+ExitOnOutOfMemoryError");

  private JavaProgram() {}

  /** A class of this program. */
  public static List<String> ofClass(Class<?> main, String memory, String... arguments) {
    List<String> command = beginning();
    command.add("-Xmx" + memory);
    command.addAll(QUICK_START);
    // The libraries log to nowhere on purpose: what matters is printed.
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A jar that runs by itself, with options of Java and a folder for its temporary files. */
  public static List<String> ofJar(Path jar, List<String> options, Path temporary) {
    List<String> command = beginning();
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  /** Where the Java that runs this program is installed. */
  public static String home() {
    return System.getProperty("java.home");
  }

  private static List<String> beginning() {
    return new ArrayList<>(List.of(Path.of(home(), "bin", "java").toString()));
  }
}
