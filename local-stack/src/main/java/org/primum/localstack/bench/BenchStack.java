package org.primum.localstack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.primum.localstack.Part;
import org.primum.localstack.PartStatus;
import org.primum.localstack.Stack;
import org.primum.localstack.StackSettings;
import org.primum.localstack.bench.endpoint.BenchEndpointProcess;
import org.primum.localstack.bench.measure.ProcessList;
import org.primum.localstack.bench.measure.ProcessStat;
import org.primum.localstack.bench.wire.CountingProxy;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.broker.RabbitServer;
import org.primum.localstack.broker.VirtualHost;
import org.primum.localstack.database.DatabaseServer;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.process.Launch;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.process.Readiness;
import org.primum.localstack.progress.Progress;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.service.BuiltService;
import org.primum.localstack.starter.GatewayApi;

/**
 * The stack that is measured, with the endpoint it asks. It begins empty and ends with the bench.
 */
final class BenchStack implements AutoCloseable {

  private static final int PORT_OFFSET = 10_000;
  private static final int USUAL_ENDPOINT_PORT = 18_191;
  private static final int HIGHEST_PORT = 65_535;
  private static final String ENDPOINT = "endpoint";
  private static final Duration ENDPOINT_PATIENCE = Duration.ofSeconds(20);
  private static final String BROKER_PROGRAM = "beam.smp";

  private final StackSettings settings;
  private final Progress progress;
  private final ProcessTable processes;
  private final int endpointPort;
  private final EndpointClient endpoint;
  private final Optional<VirtualHost> virtualHost;
  private Arrangement arrangement;
  private Stack stack;
  private CountingProxy proxy;

  /**
   * A stack that is not started yet.
   *
   * @param project the folder of the whole project, with everything built
   * @param home the data folder, whose data is deleted
   * @param environment may move ports and name a database and a broker, as for {@code up}
   */
  BenchStack(Path project, Path home, Map<String, String> environment, Progress progress) {
    this.progress = progress;
    this.virtualHost = ownVirtualHost(environment);
    this.settings = settings(project, home, environment, virtualHost);
    this.endpointPort =
        Integer.parseInt(
            environment.getOrDefault(
                "PRIMUM_BENCH_ENDPOINT_PORT", Integer.toString(USUAL_ENDPOINT_PORT)));
    this.endpoint = new EndpointClient("http://localhost:" + endpointPort);
    new Stack(settings, progress).down();
    this.processes = new ProcessTable(home.resolve("run"), home.resolve("logs"));
    processes.stop(ENDPOINT, "TERM", ENDPOINT_PATIENCE);
    empty(home);
  }

  /** RabbitMQ of the bench's own where it can be started, so that its CPU time is its own, too. */
  private static Optional<VirtualHost> ownVirtualHost(Map<String, String> environment) {
    if (environment.containsKey("PRIMUM_BROKER")
        || environment.containsKey("PRIMUM_BROKER_URL")
        || RabbitServer.find(environment.getOrDefault("PATH", "")).isPresent()
        || !BrokerAddress.standard().answers()) {
      return Optional.empty();
    }
    return VirtualHost.on(BrokerAddress.standard());
  }

  private static StackSettings settings(
      Path project, Path home, Map<String, String> environment, Optional<VirtualHost> virtualHost) {
    Map<String, String> complete = new HashMap<>(environment);
    for (Part part : Part.values()) {
      complete.putIfAbsent(part.portVariable(), Integer.toString(shifted(part)));
    }
    complete.put("PRIMUM_HOME", home.toString());
    complete.put("PRIMUM_STARTER", "false");
    if (virtualHost.isPresent()) {
      BrokerAddress own = virtualHost.get().address();
      complete.put(
          "PRIMUM_BROKER_URL",
          "amqp://%s:%s@%s:%d/%s"
              .formatted(own.user(), own.password(), own.host(), own.port(), own.virtualHost()));
    } else if (RabbitServer.find(complete.getOrDefault("PATH", "")).isPresent()
        && !complete.containsKey("PRIMUM_BROKER_URL")) {
      complete.putIfAbsent("PRIMUM_BROKER", "rabbitmq-server");
    }
    return StackSettings.of(project, complete).withServiceOptions(BuiltService.AS_IN_PRODUCTION);
  }

  private static int shifted(Part part) {
    return Math.min(HIGHEST_PORT, part.usualPort() + PORT_OFFSET);
  }

  /** Keycloak's folder stays: it takes long to make, and holds nothing that is measured. */
  private static void empty(Path home) {
    for (String folder : List.of("database", "rabbitmq")) {
      Path data = home.resolve(folder);
      if (Files.exists(data)) {
        try (Stream<Path> files = Files.walk(data)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    }
  }

  /** Starts what is missing for this arrangement; whether services were started. */
  boolean arrange(Arrangement wanted) {
    if (wanted.equals(arrangement)) {
      return false;
    }
    if (stack == null) {
      startEndpoint();
    }
    StackSettings arranged = settings.withReplicas(Part.RUNNER, wanted.runners());
    for (Map.Entry<String, String> variable : wanted.variables().entrySet()) {
      if (!settings.serviceEnvironment().containsKey(variable.getKey())) {
        arranged = arranged.withServiceVariable(variable.getKey(), variable.getValue());
      }
    }
    if (wanted.counted()) {
      arranged = arranged.withServiceVariable("PRIMUM_DATABASE_URL", countedUrl());
    }
    stack = new Stack(arranged, progress);
    stack.up();
    if (!wanted.counted()) {
      endProxy();
    }
    arrangement = wanted;
    return true;
  }

  private String countedUrl() {
    DatabaseServer server = new Stack(settings, progress).database();
    try {
      if (proxy == null) {
        proxy = CountingProxy.before(server.host(), server.port());
      }
    } catch (IOException failed) {
      throw new StackFailure("The counting proxy did not start: " + failed.getMessage(), failed);
    }
    return "jdbc:postgresql://localhost:%d/%s?sslmode=disable&gssEncMode=disable"
        .formatted(proxy.port(), server.database());
  }

  private void startEndpoint() {
    progress.say("Starting the measuring endpoint");
    processes.start(
        ENDPOINT,
        new Launch(
            JavaProgram.ofClass(BenchEndpointProcess.class, "256m", Integer.toString(endpointPort)),
            Map.of(),
            settings.home(),
            "1"));
    Readiness readiness = new Readiness();
    long end = System.nanoTime() + ENDPOINT_PATIENCE.toNanos();
    while (!readiness.at(endpoint.baseUrl() + "/models")) {
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "The measuring endpoint did not start on port %d; see %s."
                .formatted(endpointPort, processes.log(ENDPOINT)));
      }
      Pause.briefly();
    }
  }

  /** The endpoint with the models and the judge. */
  EndpointClient endpoint() {
    return endpoint;
  }

  /** What counts round trips, while the arrangement says so. */
  CountingProxy proxy() {
    return proxy;
  }

  GatewayApi as(String user) {
    return stack.signIn(user);
  }

  String url(Part part) {
    return stack.url(part);
  }

  Connection connect() throws SQLException {
    return stack.database().connect();
  }

  BrokerAddress broker() {
    return stack.broker();
  }

  StackSettings settings() {
    return stack.settings();
  }

  /** The services' processes by name. */
  Map<String, Long> services() {
    Map<String, Long> services = new LinkedHashMap<>();
    for (PartStatus status : stack.status()) {
      if (List.of(Part.GATEWAY, Part.RUNNER, Part.JUDGE, Part.UI)
          .contains(status.part().original())) {
        status.pid().ifPresent(pid -> services.put(name(status.part()), pid));
      }
    }
    return services;
  }

  /** Every other process that takes part, by name. */
  Map<String, Long> others() {
    Map<String, Long> others = new LinkedHashMap<>();
    postmaster().ifPresent(pid -> others.put("postgresql", pid));
    for (PartStatus status : stack.status()) {
      if (status.part() == Part.BROKER || status.part() == Part.KEYCLOAK) {
        status.pid().ifPresent(pid -> others.put(name(status.part()), pid));
      }
    }
    if (!others.containsKey("broker")) {
      ProcessList.now().named(BROKER_PROGRAM).stream()
          .findFirst()
          .ifPresent(broker -> others.put("broker", broker.pid()));
    }
    processes.running(ENDPOINT).ifPresent(process -> others.put(ENDPOINT, process.pid()));
    return others;
  }

  private static String name(Part part) {
    return part == Part.UI ? "pages" : part.label();
  }

  /** The first process of the database's server, if that is on this machine. */
  private Optional<Long> postmaster() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      // Looked for while the connection is there, because its process ends with it.
      return ProcessList.now().process(row.getLong(1)).map(ProcessStat::parent);
    } catch (SQLException failed) {
      throw new StackFailure("The database does not answer.", failed);
    }
  }

  /** What parts are, in words. */
  Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (PartStatus status : stack.status()) {
      descriptions.put(status.part().label(), status.description());
    }
    return descriptions;
  }

  private void endProxy() {
    if (proxy != null) {
      try {
        proxy.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      proxy = null;
    }
  }

  @Override
  public void close() {
    new Stack(settings, progress).down();
    processes.stop(ENDPOINT, "TERM", ENDPOINT_PATIENCE);
    endProxy();
    virtualHost.ifPresent(BenchStack::drop);
  }

  private static void drop(VirtualHost host) {
    try {
      host.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
