package org.primum.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.database.DatabaseServer;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.progress.Progress;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.secrets.Secrets;
import org.primum.localstack.starter.GatewayApi;
import org.primum.localstack.starter.StarterContent;

/**
 * The whole of Primum on this machine. Its processes go on after the program that started them;
 * another {@code Stack} with the same settings finds them again.
 */
public final class Stack implements AutoCloseable {

  private static final int LINES_SHOWN = 25;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final StackSettings settings;
  private final Progress progress;
  private final ProcessTable processes;
  private final StackParts parts;
  private final Deque<StackPart> startedNow = new ArrayDeque<>();

  public Stack(StackSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    createHome(settings.home());
    this.processes =
        new ProcessTable(settings.home().resolve("run"), settings.home().resolve("logs"));
    this.parts =
        new StackParts(settings, processes, new Secrets(settings.home().resolve("secrets")));
  }

  private static void createHome(Path home) {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(home);
        // Logs and data are nobody else's business.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException failed) {
      throw new StackFailure(
          "The data folder %s cannot be created. Choose another with PRIMUM_HOME.".formatted(home),
          failed);
    }
  }

  /** Starts everything and waits until it is ready. */
  public static Stack start(StackSettings settings, Progress progress) {
    Stack stack = new Stack(settings, progress);
    stack.up();
    return stack;
  }

  /**
   * Starts what does not run and waits until everything is ready.
   *
   * @throws StackFailure when that cannot be; then nothing started by this call is left running
   */
  public void up() {
    exclusively(
        () -> {
          try {
            startMissing();
          } catch (StackFailure failed) {
            undo();
            throw failed;
          }
          startedNow.clear();
        });
  }

  private void startMissing() {
    parts.database().check();
    parts.broker().choose();
    List<StackPart> missing =
        parts.all().stream().filter(part -> !part.foreign() && !part.running()).toList();
    check(missing);
    stop(parts.unwanted());
    if (parts.keycloakProgram().missing()) {
      progress.say("Fetching Keycloak by Maven, 180 MB, once");
    }
    // Keycloak takes longest by far, so it starts while others do.
    begin(Part.KEYCLOAK, missing);
    begin(Part.DATABASE, missing);
    begin(Part.BROKER, missing);
    begin(Part.SIMULATED, missing);
    await(Part.DATABASE);
    parts.database().createAccounts();
    await(Part.BROKER);
    await(Part.SIMULATED);
    await(Part.KEYCLOAK);
    parts.keycloakProgram().followPages();
    begin(Part.GATEWAY, missing);
    await(Part.GATEWAY);
    List<Part> others =
        Stream.of(Part.RUNNER, Part.JUDGE, Part.RUNNER_2, Part.JUDGE_2, Part.UI)
            .filter(settings::has)
            .toList();
    others.forEach(service -> begin(service, missing));
    others.forEach(this::await);
    if (settings.starterContent()) {
      progress.say("Starter benchmark");
      starterContent().bringIn();
    }
  }

  private void check(List<StackPart> missing) {
    if (missing.isEmpty()) {
      return;
    }
    if (missing.size() == parts.all().stream().filter(part -> !part.foreign()).count()) {
      MachineCheck.disk(settings.home());
      MachineCheck.memory();
    }
    for (StackPart part : missing) {
      // A part of ours that is to start anew may still hold its port.
      if (processes.running(part.part().label()).isEmpty()) {
        MachineCheck.port(part.part(), settings.port(part.part()));
      }
    }
  }

  private void begin(Part part, List<StackPart> missing) {
    for (StackPart found : missing) {
      if (found.part() == part) {
        found.stop();
        progress.say("Starting %s".formatted(found.description()));
        startedNow.push(found);
        found.start();
      }
    }
  }

  private void await(Part awaited) {
    StackPart part = parts.of(awaited);
    boolean startedNow = this.startedNow.stream().anyMatch(found -> found.part() == awaited);
    long begin = System.nanoTime();
    while (!part.ready()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      if (!part.foreign() && processes.running(awaited.label()).isEmpty()) {
        throw failure(part, "ended while it started");
      }
      if (waited.compareTo(part.patience()) > 0) {
        throw failure(part, "is not ready after %d seconds".formatted(waited.toSeconds()));
      }
      pause();
    }
    progress.say(
        (startedNow ? "  %s: ready" : "%s: already running").formatted(part.description()));
  }

  private StackFailure failure(StackPart part, String what) {
    String label = part.part().label();
    return new StackFailure(
        "%s %s. The last lines of its log, %s:%n%s"
            .formatted(
                part.description(),
                what,
                processes.log(label),
                String.join("\n", processes.lastLines(label, LINES_SHOWN))));
  }

  /** Stops what the running or failed call of {@link #up} has started. */
  void undo() {
    while (!startedNow.isEmpty()) {
      startedNow.pop().stop();
    }
  }

  private StarterContent starterContent() {
    return new StarterContent(
        signIn("admin"), signIn("submitter"), url(Part.SIMULATED) + "/v1", progress);
  }

  /** The gateway's API as a development user sees it, whose password is the name. */
  public GatewayApi signIn(String user) {
    return GatewayApi.signIn(url(Part.GATEWAY), url(Part.KEYCLOAK) + "/realms/primum", user);
  }

  /** Stops everything this stack has started; the data stays. */
  public void down() {
    exclusively(
        () -> {
          stop(parts.unwanted());
          stop(parts.all().reversed());
        });
  }

  private void stop(List<StackPart> stopping) {
    for (StackPart part : stopping) {
      if (part.stop()) {
        progress.say("Stopped %s".formatted(part.description()));
      }
    }
  }

  /** Stops everything and deletes the data. */
  public void reset() {
    down();
    parts.database().empty();
    exclusively(
        () -> {
          try (Stream<Path> files = Files.walk(settings.home())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
              if (!file.equals(settings.home())) {
                Files.delete(file);
              }
            }
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  /** What it is made of. */
  public List<Part> parts() {
    return parts.all().stream().map(StackPart::part).toList();
  }

  /** How each part is. */
  public List<PartStatus> status() {
    List<PartStatus> all = new ArrayList<>();
    for (StackPart part : parts.all()) {
      OptionalLong pid =
          processes.running(part.part().label()).stream().mapToLong(ProcessHandle::pid).findFirst();
      all.add(
          new PartStatus(
              part.part(),
              part.description(),
              state(part, pid.isPresent()),
              pid,
              part.foreign() ? "" : Integer.toString(settings.port(part.part()))));
    }
    return all;
  }

  private static PartStatus.State state(StackPart part, boolean runs) {
    if (!runs && !part.foreign()) {
      return PartStatus.State.STOPPED;
    }
    return part.ready() ? PartStatus.State.READY : PartStatus.State.NOT_READY;
  }

  /** A part's web address. */
  public String url(Part part) {
    return settings.url(part);
  }

  /** Where its data is. */
  public DatabaseServer database() {
    return parts.database().server();
  }

  /** The broker it uses. */
  public BrokerAddress broker() {
    return parts.broker().address();
  }

  /** How the stack is. */
  public StackSettings settings() {
    return settings;
  }

  /** The file that holds what a part prints. */
  public Path log(Part part) {
    return processes.log(part.label());
  }

  /** The last lines a part printed. */
  public List<String> lastLines(Part part, int count) {
    return processes.lastLines(part.label(), count);
  }

  /** Ends a part at once, as if its machine had died. */
  public void kill(Part part) {
    requireOwn(part);
    processes.kill(part.label());
  }

  /** Lets a part stand still, as if its machine hung; {@link #thaw} lets it go on. */
  public void freeze(Part part) {
    requireOwn(part);
    processes.freeze(part.label());
  }

  /** Lets a part go on that stood still. */
  public void thaw(Part part) {
    requireOwn(part);
    processes.thaw(part.label());
  }

  /** Ends a part in good order. */
  public void stop(Part part) {
    requireOwn(part).stop();
  }

  /** Whether the part's process is there; it need not be ready. */
  public boolean running(Part part) {
    return processes.running(part.label()).isPresent();
  }

  /** Starts a part that does not run, and waits until it is ready. */
  public void restart(Part part) {
    restart(part, Map.of());
  }

  /**
   * Starts a service anew with other variables in its environment, until it is started the next
   * time, and waits until it is ready.
   */
  public void restart(Part part, Map<String, String> variables) {
    parts.setVariables(part, variables);
    StackPart found = requireOwn(part);
    found.stop();
    startedNow.push(found);
    found.start();
    await(part);
    startedNow.clear();
  }

  private StackPart requireOwn(Part part) {
    StackPart found = parts.of(part);
    if (found.foreign()) {
      throw new StackFailure("%s is not this stack's to stop.".formatted(found.description()));
    }
    return found;
  }

  /** Stops everything, like {@link #down}. */
  @Override
  public void close() {
    down();
  }

  private void exclusively(Runnable work) {
    Path lock = settings.home().resolve("lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.tryLock()) {
      if (held == null) {
        throw new StackFailure(
            "Another ./primum is at work in %s. Wait until it is done.".formatted(settings.home()));
      }
      work.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while starting.", interrupted);
    }
  }
}
