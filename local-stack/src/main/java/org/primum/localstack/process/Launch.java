package org.primum.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.primum.protocol.ContentHash;

/**
 * How to start a process.
 *
 * @param command the program and its arguments
 * @param environment added to what this program's environment is, without its {@code PRIMUM_*}
 * @param directory where it runs
 * @param edition changes when the program does, although it is called the same
 */
public record Launch(
    List<String> command, Map<String, String> environment, Path directory, String edition) {

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("A process needs a command.");
    }
  }

  /** Equal as long as starting it again would make no difference. */
  String fingerprint() {
    ContentHash hash = new ContentHash().add(edition).add(directory.toString());
    command.forEach(hash::add);
    new TreeMap<>(environment).forEach((name, value) -> hash.add(name).add(value));
    return hash.hex();
  }

  @Override
  public String toString() {
    return "Launch" + command;
  }
}
