package org.primum.localstack.broker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primum.localstack.process.Launch;

/** A RabbitMQ of the stack's own, from the programs installed on this machine. */
public final class RabbitServer {

  /** The only user. */
  public static final String USER = "primum";

  /**
   * Debian wraps the program in one that changes to the system's user and data; this is the program
   * itself.
   */
  private static final Path UNWRAPPED = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

  /** Erlang nodes find each other there; ours keep away from the system's. */
  private static final int NODE_PORT_OFFSET = 20_000;

  private static final int NODE_DIRECTORY_OFFSET = 20_001;
  private static final int HIGHEST_PORT = 65_535;

  private final Path program;
  private final Path data;
  private final int port;

  /**
   * A server that is not started yet.
   *
   * @param program {@code rabbitmq-server}
   * @param data its data folder, of any content it left there
   * @param port where it is to listen for AMQP
   */
  public RabbitServer(Path program, Path data, int port) {
    this.program = program;
    this.data = data;
    this.port = port;
  }

  /** The program, if it is on a search path. */
  public static Optional<Path> find(String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "rabbitmq-server"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(found -> Files.isExecutable(UNWRAPPED) ? UNWRAPPED : found);
  }

  /** Writes its configuration; the user is created when it starts on an empty data folder. */
  public void configure(String password) throws IOException {
    Files.createDirectories(data);
    Path configuration = data.resolve("rabbitmq.conf");
    Files.deleteIfExists(configuration);
    Files.createFile(
        configuration,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        configuration,
        """
        listeners.tcp.local = 127.0.0.1:%d
        default_user = %s
        default_pass = %s
        log.file = false
        log.console = true
        log.console.level = info
        """
            .formatted(port, USER, password),
        StandardCharsets.UTF_8);
    Files.writeString(data.resolve("enabled_plugins"), "[].\n", StandardCharsets.UTF_8);
  }

  /** How to start it. */
  public Launch launch() {
    return new Launch(List.of(program.toString()), environment(), data, "1");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", data.toString());
    environment.put("RABBITMQ_HOME_DIR", data.toString());
    environment.put("RABBITMQ_NODENAME", "primum%d@localhost".formatted(port));
    environment.put("RABBITMQ_MNESIA_BASE", data.resolve("mnesia").toString());
    environment.put("RABBITMQ_LOG_BASE", data.resolve("log").toString());
    environment.put("RABBITMQ_LOGS", "-");
    environment.put("RABBITMQ_CONF_ENV_FILE", data.resolve("rabbitmq-env.conf").toString());
    environment.put("RABBITMQ_CONFIG_FILE", data.resolve("rabbitmq.conf").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", data.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_DIST_PORT", Integer.toString(shifted(NODE_PORT_OFFSET)));
    environment.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}");
    environment.put("ERL_EPMD_PORT", directoryPort());
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    return environment;
  }

  /** Ends the directory of Erlang nodes that the server started for itself alone. */
  public void endDirectory() {
    ProcessBuilder command =
        new ProcessBuilder("epmd", "-kill")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.environment().put("ERL_EPMD_PORT", directoryPort());
    try {
      command.start().waitFor();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String directoryPort() {
    return Integer.toString(shifted(NODE_DIRECTORY_OFFSET));
  }

  private int shifted(int offset) {
    return port + offset <= HIGHEST_PORT ? port + offset : port - offset;
  }

  /** How to reach it. */
  public BrokerAddress address(String password) {
    return new BrokerAddress("localhost", port, USER, password, "/");
  }
}
