package org.primum.system.stack;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.primum.localstack.Stack;
import org.primum.localstack.StackSettings;
import org.primum.localstack.broker.BrokerChoice;
import org.primum.localstack.progress.StackFailure;

/**
 * Gives tests the whole system, running on free ports, one for each kind of broker, started when
 * first asked for and stopped after the last test.
 */
public final class RunningStack implements ParameterResolver {

  private static final int RABBITMQ_PORT = 5672;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stacks.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(RunningStack.class))
        .getOrComputeIfAbsent(Stacks.class, key -> new Stacks(), Stacks.class);
  }

  /** The stacks of this test run. */
  public static final class Stacks implements AutoCloseable {

    private final Map<BrokerChoice, Stack> running = new EnumMap<>(BrokerChoice.class);
    private Stack breakable;
    private Optional<SmallDisk> disk = Optional.empty();

    /** The stack with the broker inside a Java process, and the starter content. */
    public synchronized Stack embedded() {
      return running.computeIfAbsent(
          BrokerChoice.EMBEDDED, choice -> start(settings(choice).withStarterContent()));
    }

    /**
     * The stack with a RabbitMQ, and the starter content: one of its own where there is {@code
     * rabbitmq-server}, else the one that runs.
     */
    public synchronized Stack rabbit() {
      return running.computeIfAbsent(
          BrokerChoice.RABBITMQ_SERVER,
          choice ->
              start(
                  settings(rabbitServer() ? choice : BrokerChoice.RUNNING)
                      .withStarterContent()
                      .withServiceVariable("PRIMUM_LEASE", "15S")));
    }

    /**
     * A stack that shares nothing with anybody, so that each of its parts may be stopped, killed or
     * frozen. Its leases and time limits are such that a test can wait for them, and its database
     * is on a small disk where there can be one. Without the starter content.
     */
    public synchronized Stack breakable() {
      if (breakable == null) {
        StackSettings settings =
            settings(
                rabbitServer() ? BrokerChoice.RABBITMQ_SERVER : BrokerChoice.EMBEDDED, "breakable");
        disk = SmallDisk.at(settings.home().resolve("database"));
        breakable =
            start(
                settings
                    .withServiceVariable("PRIMUM_LEASE", "10S")
                    .withServiceVariable("PRIMUM_CLAIM", "5S")
                    .withServiceVariable("PRIMUM_REQUEST_TIMEOUT", "4S")
                    .withServiceVariable("PRIMUM_REPAIR_EVERY", "5S")
                    .withServiceVariable("PRIMUM_REPAIR_PATIENCE", "5S"));
      }
      return breakable;
    }

    /** The disk of the breakable stack's database; empty where it has none of its own. */
    public synchronized Optional<SmallDisk> disk() {
      breakable();
      return disk;
    }

    private static boolean rabbitServer() {
      return Programs.find("rabbitmq-server").isPresent();
    }

    /** Whether there is any RabbitMQ. */
    public static boolean rabbitIsThere() {
      return rabbitServer() || answers(RABBITMQ_PORT);
    }

    private static StackSettings settings(BrokerChoice choice) {
      return settings(choice, choice.label());
    }

    private static StackSettings settings(BrokerChoice choice, String name) {
      Path home = Path.of("target", "stack-" + name).toAbsolutePath();
      SmallDisk.clear(home.resolve("database"));
      Folders.delete(home);
      try {
        Files.createDirectories(home);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return StackSettings.forTest(Path.of("..").toAbsolutePath().normalize(), home, choice);
    }

    private static Stack start(StackSettings settings) {
      try {
        return Stack.start(settings, System.out::println);
      } catch (StackFailure failure) {
        return fail("The stack did not start: " + failure.getMessage(), failure);
      }
    }

    @Override
    public void close() {
      running.values().forEach(Stack::close);
      if (breakable != null) {
        breakable.close();
      }
      disk.ifPresent(SmallDisk::close);
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException away) {
      return false;
    }
  }
}
