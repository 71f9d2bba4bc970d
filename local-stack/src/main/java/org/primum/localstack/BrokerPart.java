package org.primum.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.broker.BrokerChoice;
import org.primum.localstack.broker.EmbeddedBrokerProcess;
import org.primum.localstack.broker.RabbitServer;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.process.Launch;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.secrets.Secrets;

/** The broker: one that runs already, or one of the stack's own. */
final class BrokerPart implements StackPart {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration UNTIL_FORCED = Duration.ofSeconds(20);

  private final StackSettings settings;
  private final ProcessTable processes;
  private final Secrets secrets;
  private final Path remembered;

  BrokerPart(StackSettings settings, ProcessTable processes, Secrets secrets, Path remembered) {
    this.settings = settings;
    this.processes = processes;
    this.secrets = secrets;
    this.remembered = remembered;
  }

  /**
   * Decides which broker to use, for this start and until the next. One of the stack's own that
   * still runs is kept, because it holds messages.
   */
  void choose() {
    BrokerChoice chosen = wanted();
    if (chosen == BrokerChoice.AUTOMATIC) {
      chosen = best();
    }
    if (chosen == BrokerChoice.RUNNING && !runningAddress().answers()) {
      throw new StackFailure(
          "No broker answers at %s, or it does not let user %s in. %s"
              .formatted(
                  runningAddress(),
                  runningAddress().user(),
                  settings.namedBroker().isPresent()
                      ? "Start it, or correct PRIMUM_BROKER_URL."
                      : "Start RabbitMQ, or leave PRIMUM_BROKER away."));
    }
    if (chosen == BrokerChoice.RABBITMQ_SERVER
        && RabbitServer.find(settings.searchPath()).isEmpty()) {
      throw new StackFailure(
          "There is no rabbitmq-server on the PATH. Install RabbitMQ, or set PRIMUM_BROKER=embedded.");
    }
    if (chosen != choice()) {
      stop();
    }
    try {
      Files.writeString(remembered, chosen.label());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private BrokerChoice wanted() {
    return settings.namedBroker().isPresent() ? BrokerChoice.RUNNING : settings.brokerChoice();
  }

  private BrokerChoice best() {
    if (processes.running(part().label()).isPresent()) {
      return choice();
    }
    if (runningAddress().answers()) {
      return BrokerChoice.RUNNING;
    }
    return RabbitServer.find(settings.searchPath()).isPresent()
        ? BrokerChoice.RABBITMQ_SERVER
        : BrokerChoice.EMBEDDED;
  }

  /** What was chosen last. */
  private BrokerChoice choice() {
    try {
      return Files.exists(remembered) ? BrokerChoice.of(Files.readString(remembered)) : wanted();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private BrokerAddress runningAddress() {
    return settings.namedBroker().orElse(BrokerAddress.standard());
  }

  BrokerAddress address() {
    return switch (choice()) {
      case RUNNING, AUTOMATIC -> runningAddress();
      case RABBITMQ_SERVER -> rabbit().address(password());
      case EMBEDDED ->
          new BrokerAddress(
              "localhost",
              settings.port(Part.BROKER),
              EmbeddedBrokerProcess.USER,
              password(),
              EmbeddedBrokerProcess.VIRTUAL_HOST);
    };
  }

  private String password() {
    return secrets.password("broker");
  }

  private RabbitServer rabbit() {
    return new RabbitServer(
        RabbitServer.find(settings.searchPath()).orElse(Path.of("rabbitmq-server")),
        settings.home().resolve("rabbitmq"),
        settings.port(Part.BROKER));
  }

  @Override
  public Part part() {
    return Part.BROKER;
  }

  @Override
  public String description() {
    return switch (choice()) {
      case AUTOMATIC -> "Broker";
      case RUNNING -> "RabbitMQ (the one at %s)".formatted(runningAddress());
      case RABBITMQ_SERVER -> "RabbitMQ (of its own)";
      case EMBEDDED -> "Broker (embedded Qpid)";
    };
  }

  @Override
  public boolean foreign() {
    return choice() == BrokerChoice.RUNNING;
  }

  @Override
  public boolean running() {
    return processes.running(part().label(), launch());
  }

  @Override
  public void start() {
    if (choice() == BrokerChoice.RABBITMQ_SERVER) {
      try {
        rabbit().configure(password());
      } catch (IOException failed) {
        throw new StackFailure("RabbitMQ could not be configured: " + failed.getMessage(), failed);
      }
    }
    processes.start(part().label(), launch());
  }

  private Launch launch() {
    if (choice() == BrokerChoice.RABBITMQ_SERVER) {
      return rabbit().launch();
    }
    return new Launch(
        JavaProgram.ofClass(
            EmbeddedBrokerProcess.class, "256m", Integer.toString(settings.port(Part.BROKER))),
        Map.of(EmbeddedBrokerProcess.PASSWORD_VARIABLE, password()),
        settings.home(),
        "1");
  }

  @Override
  public boolean ready() {
    return address().answers();
  }

  @Override
  public boolean stop() {
    boolean stopped = processes.stop(part().label(), "TERM", UNTIL_FORCED);
    if (stopped && choice() == BrokerChoice.RABBITMQ_SERVER) {
      rabbit().endDirectory();
    }
    return stopped;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }
}
