package org.primum.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes a stack started, by name. They outlive the program that started them, and are found
 * again by the next one; a process the table did not start is never touched.
 */
public final class ProcessTable {

  private static final long LARGE_LOG_BYTES = 20_000_000;

  private static final Duration UNTIL_GONE = Duration.ofSeconds(10);

  private final Path records;
  private final Path logs;

  /**
   * A table in these folders, which are created.
   *
   * @param records remembers the processes
   * @param logs holds what they print
   */
  public ProcessTable(Path records, Path logs) {
    this.records = records;
    this.logs = logs;
    try {
      Files.createDirectories(records);
      Files.createDirectories(logs);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The running process of that name. */
  public Optional<ProcessHandle> running(String name) {
    return ProcessRecord.read(record(name)).flatMap(ProcessRecord::process);
  }

  /** Whether it runs, started just like this. */
  public boolean running(String name, Launch launch) {
    return ProcessRecord.read(record(name))
        .filter(found -> found.fingerprint().equals(launch.fingerprint()))
        .flatMap(ProcessRecord::process)
        .isPresent();
  }

  /** Starts a process in the background. */
  public ProcessHandle start(String name, Launch launch) {
    // A closed terminal is no reason to end.
    List<String> command = new ArrayList<>(List.of("nohup"));
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(launch.directory().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(freshLog(name).toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(variable -> variable.startsWith("PRIMUM_"));
    environment.putAll(launch.environment());
    try {
      ProcessHandle process = builder.start().toHandle();
      ProcessRecord.of(process, launch.fingerprint()).write(record(name));
      return process;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Takes over a process that something started for the table started in turn. */
  public void adopt(String name, long pid, Launch launch) {
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new IllegalStateException("There is no process " + pid + "."));
    ProcessRecord.of(process, launch.fingerprint()).write(record(name));
  }

  /**
   * Ends a process: asks first, and forces it after a while.
   *
   * @param request the signal that asks, such as {@code TERM}
   * @param patience how long to wait before it is forced
   * @return whether it ran
   */
  public boolean stop(String name, String request, Duration patience) {
    Optional<ProcessHandle> running = running(name);
    running.ifPresent(
        process -> {
          List<ProcessHandle> family = family(process);
          signal(process, request);
          if (!Liveness.ended(process, patience)) {
            family.forEach(ProcessHandle::destroyForcibly);
          }
          for (ProcessHandle member : family) {
            if (!Liveness.ended(member, patience)) {
              member.destroyForcibly();
              Liveness.ended(member, UNTIL_GONE);
            }
          }
        });
    forget(name);
    return running.isPresent();
  }

  /** Ends a process at once, without asking. */
  public void kill(String name) {
    running(name)
        .ifPresent(
            process -> {
              List<ProcessHandle> family = family(process);
              family.forEach(ProcessHandle::destroyForcibly);
              family.forEach(member -> Liveness.ended(member, UNTIL_GONE));
            });
    forget(name);
  }

  /** Lets a process and what it started stand still, as a machine does that hangs. */
  public void freeze(String name) {
    running(name).ifPresent(process -> family(process).forEach(member -> signal(member, "STOP")));
  }

  /** Lets a process go on that stood still; to it no time has passed. */
  public void thaw(String name) {
    running(name).ifPresent(process -> family(process).forEach(member -> signal(member, "CONT")));
  }

  /** The file that holds what a process prints. */
  public Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /** The last lines a process printed. */
  public List<String> lastLines(String name, int count) {
    if (!Files.exists(log(name))) {
      return List.of();
    }
    try (Stream<String> lines = Files.readString(log(name)).lines()) {
      List<String> all = lines.toList();
      return all.subList(Math.max(0, all.size() - count), all.size());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path record(String name) {
    return records.resolve(name + ".process");
  }

  private Path freshLog(String name) {
    Path log = log(name);
    try {
      if (Files.exists(log) && Files.size(log) > LARGE_LOG_BYTES) {
        Files.move(log, logs.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return log;
  }

  private void forget(String name) {
    try {
      Files.deleteIfExists(record(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(process.descendants(), Stream.of(process)).toList();
  }

  private static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
