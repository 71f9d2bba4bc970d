package org.primum.localstack.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is remembered of a process after the program that started it has ended.
 *
 * @param pid its number
 * @param started when it started; numbers are used again, so the two belong together
 * @param fingerprint of everything it was started with
 */
record ProcessRecord(long pid, Instant started, String fingerprint) {

  /** The system's clock may be set between two looks at the same process. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProcessRecord of(ProcessHandle process, String fingerprint) {
    return new ProcessRecord(process.pid(), startOf(process), fingerprint);
  }

  static Optional<ProcessRecord> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(
          new ProcessRecord(
              Long.parseLong(properties.getProperty("pid")),
              Instant.parse(properties.getProperty("started")),
              properties.getProperty("fingerprint")));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("started", started.toString());
    properties.setProperty("fingerprint", fingerprint);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The process, if it still runs and is not another one of the same number. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(Liveness::alive)
        .filter(
            handle -> Duration.between(started, startOf(handle)).abs().compareTo(TOLERANCE) <= 0);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
