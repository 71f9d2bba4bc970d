package org.primum.system.stopping;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.service.BuiltService;
import org.primum.localstack.service.ServiceEnvironment;
import org.primum.localstack.testing.DatabaseClient;
import org.primum.localstack.testing.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.system.stack.Web;

/** One service in a process of its own, with a database, a broker and a gateway made up for it. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int LINES = 1_000;

  private final String name;
  private final TestInfrastructure infrastructure = new TestInfrastructure();
  private final FakeGateway gateway = new FakeGateway();
  private final Map<String, String> configuration = new HashMap<>();
  private final ProcessTable processes;
  private final ProcessHandle process;

  /**
   * Starts it and waits until it is ready.
   *
   * @param name {@code runner} or {@code judge}
   * @param settings further environment
   */
  ServiceProcess(String name, Map<String, String> settings) throws IOException {
    this.name = name;
    infrastructure.init(Map.of("service", name));
    configuration.putAll(infrastructure.start());
    configuration.putAll(gateway.start());
    Path home = Path.of("target", "stopping", name).toAbsolutePath();
    processes = new ProcessTable(home.resolve("processes"), home.resolve("logs"));
    int port = freePort();
    Map<String, String> environment =
        new ServiceEnvironment(port).with(configuration).with(settings).variables();
    process =
        processes.start(
            name,
            new BuiltService(Path.of("..", name + "-service").toAbsolutePath().normalize())
                .launch(environment, List.of(), home));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> Web.get("http://localhost:" + port + "/q/health/ready").statusCode() == 200);
  }

  /** What it takes for the gateway. */
  FakeGateway gateway() {
    return gateway;
  }

  /** Its broker. */
  BrokerAddress broker() {
    return new BrokerAddress(
        configuration.get("PRIMUM_BROKER_HOST"),
        Integer.parseInt(configuration.get("PRIMUM_BROKER_PORT")),
        configuration.get("PRIMUM_BROKER_USER"),
        configuration.get("PRIMUM_BROKER_PASSWORD"),
        configuration.get("PRIMUM_BROKER_VIRTUAL_HOST"));
  }

  /** Its database. */
  DatabaseClient database() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(configuration.get("PRIMUM_DATABASE_URL"));
    database.setUser(configuration.get("PRIMUM_DATABASE_USER"));
    database.setPassword(configuration.get("PRIMUM_DATABASE_PASSWORD"));
    return new DatabaseClient(database);
  }

  /** Asks it to end, as a container's runtime does. */
  void terminate() {
    process.destroy();
  }

  boolean ended() {
    return processes.running(name).isEmpty();
  }

  /** Whether it printed that. */
  boolean said(String words) {
    return processes.lastLines(name, LINES).stream().anyMatch(line -> line.contains(words));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.kill(name);
    gateway.stop();
    infrastructure.stop();
  }
}
