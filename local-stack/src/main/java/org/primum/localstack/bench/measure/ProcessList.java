package org.primum.localstack.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primum.localstack.progress.StackFailure;

/** All processes of this machine at one moment. */
public final class ProcessList {

  private static final Path PROCESSES = Path.of("/proc");

  private final Map<Long, ProcessStat> byPid = new HashMap<>();

  ProcessList(Iterable<ProcessStat> processes) {
    processes.forEach(process -> byPid.put(process.pid(), process));
  }

  /**
   * Looks at them.
   *
   * @throws StackFailure where this system does not tell
   */
  public static ProcessList now() {
    if (!Files.exists(PROCESSES.resolve("self/stat"))) {
      throw new StackFailure("CPU time and memory of processes are read from /proc, as on Linux.");
    }
    List<ProcessStat> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path folder : folders) {
        read(folder.resolve("stat")).flatMap(ProcessStat::parse).ifPresent(found::add);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new ProcessList(found);
  }

  /** A process may end at any time. */
  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /** The process of that number. */
  public Optional<ProcessStat> process(long pid) {
    return Optional.ofNullable(byPid.get(pid));
  }

  /** The processes whose program has that name. */
  public List<ProcessStat> named(String name) {
    return byPid.values().stream().filter(process -> process.name().equals(name)).toList();
  }

  /** A process with all its descendants; empty when it has ended. */
  public List<ProcessStat> family(long pid) {
    List<ProcessStat> family = new ArrayList<>();
    Deque<Long> open = new ArrayDeque<>(List.of(pid));
    while (!open.isEmpty()) {
      ProcessStat next = byPid.get(open.pop());
      if (next != null) {
        family.add(next);
        byPid.values().stream()
            .filter(process -> process.parent() == next.pid())
            .forEach(process -> open.push(process.pid()));
      }
    }
    return family;
  }

  /**
   * Seconds of CPU a family has used. Members that have ended count by what their parent reaped, so
   * the difference of two readings misses nothing.
   */
  public double cpuSeconds(long pid) {
    return seconds(family(pid).stream().mapToLong(member -> member.own() + member.reaped()).sum());
  }

  /** Seconds of CPU a process has used without its descendants. */
  public double ownCpuSeconds(long pid) {
    return process(pid).map(process -> seconds(process.own())).orElse(0.0);
  }

  private static double seconds(long ticks) {
    return (double) ticks / ProcessStat.TICKS_PER_SECOND;
  }
}
