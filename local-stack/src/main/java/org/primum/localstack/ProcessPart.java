package org.primum.localstack;

import java.time.Duration;
import java.util.function.Supplier;
import org.primum.localstack.process.Launch;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.process.Readiness;

/** A part that is one process with a web address that tells when it is ready. */
final class ProcessPart implements StackPart {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration UNTIL_FORCED = Duration.ofSeconds(15);

  private final Part part;
  private final String description;
  private final ProcessTable processes;
  private final Supplier<Launch> launch;
  private final String readyUrl;
  private final Readiness readiness;

  ProcessPart(
      Part part,
      String description,
      ProcessTable processes,
      Supplier<Launch> launch,
      String readyUrl,
      Readiness readiness) {
    this.part = part;
    this.description = description;
    this.processes = processes;
    this.launch = launch;
    this.readyUrl = readyUrl;
    this.readiness = readiness;
  }

  @Override
  public Part part() {
    return part;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean foreign() {
    return false;
  }

  @Override
  public boolean running() {
    return processes.running(part.label()).isPresent()
        && processes.running(part.label(), launch.get());
  }

  @Override
  public void start() {
    processes.start(part.label(), launch.get());
  }

  @Override
  public boolean ready() {
    return readiness.at(readyUrl);
  }

  @Override
  public boolean stop() {
    return processes.stop(part.label(), "TERM", UNTIL_FORCED);
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }
}
