package org.primum.localstack.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/**
 * Apache Qpid Broker-J inside this Java process, for machines without a RabbitMQ. It keeps its
 * messages in memory only; the system heals what is lost with them, because a lease lapses.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final SystemLauncher launcher;
  private final BrokerAddress address;

  private EmbeddedBroker(SystemLauncher launcher, BrokerAddress address) {
    this.launcher = launcher;
    this.address = address;
  }

  /**
   * Starts it on the loopback interface.
   *
   * @param port where it listens
   * @param user the only user
   * @param password that user's password
   * @throws IllegalStateException when it cannot start, for example because the port is taken
   */
  public static EmbeddedBroker start(int port, String user, String password) {
    SystemLauncher launcher = new SystemLauncher();
    try {
      Path configuration = configuration();
      Map<String, Object> attributes = new HashMap<>();
      attributes.put(SystemConfig.TYPE, "Memory");
      attributes.put(SystemConfig.INITIAL_CONFIGURATION_LOCATION, configuration.toUri().toString());
      attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
      attributes.put(
          SystemConfig.CONTEXT,
          Map.of(
              // It has no quorum queues; without this it would refuse to declare one.
              "queue.behaviourOnUnknownDeclareArgument",
              "IGNORE",
              "primum.port",
              Integer.toString(port),
              "primum.user",
              user,
              "primum.password",
              password));
      try {
        launcher.startup(attributes);
      } finally {
        Files.delete(configuration);
      }
    } catch (Exception failed) {
      launcher.shutdown();
      throw new IllegalStateException(
          "The embedded broker did not start on port %d: %s".formatted(port, failed.getMessage()),
          failed);
    }
    BrokerAddress address =
        new BrokerAddress("localhost", port, user, password, EmbeddedBrokerProcess.VIRTUAL_HOST);
    if (!address.answers()) {
      launcher.shutdown();
      throw new IllegalStateException(
          "The embedded broker does not answer on port %d.".formatted(port));
    }
    return new EmbeddedBroker(launcher, address);
  }

  /** Qpid reads its configuration from a URL; it may hold no secret, so it has placeholders. */
  private static Path configuration() throws IOException {
    Path file = Files.createTempFile("primum-broker", ".json");
    Files.writeString(
        file,
        """
        {
          "name": "primum",
          "modelVersion": "9.1",
          "authenticationproviders": [{
            "name": "users",
            "type": "Plain",
            "secureOnlyMechanisms": [],
            "users": [{"name": "${primum.user}", "type": "managed", "password": "${primum.password}"}]
          }],
          "ports": [{
            "name": "amqp",
            "type": "AMQP",
            "bindingAddress": "127.0.0.1",
            "port": "${primum.port}",
            "authenticationProvider": "users",
            "protocols": ["AMQP_0_9_1"],
            "virtualhostaliases": [{"name": "named", "type": "nameAlias"}]
          }],
          "virtualhostnodes": [{
            "name": "default",
            "type": "Memory",
            "defaultVirtualHostNode": "true",
            "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"
          }]
        }
        """,
        StandardCharsets.UTF_8);
    return file;
  }

  /** How to reach it. */
  public BrokerAddress address() {
    return address;
  }

  @Override
  public void close() {
    launcher.shutdown();
  }
}
