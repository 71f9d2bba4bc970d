package org.primum.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.broker.BrokerChoice;
import org.primum.localstack.database.DatabaseServer;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.service.BuiltService;

/**
 * How a stack is to be.
 *
 * @param project the folder of the whole project, with everything built
 * @param home the stack's data folder
 * @param ports where each part listens
 * @param brokerChoice which broker to use
 * @param namedBroker the broker somebody named
 * @param namedDatabase the database somebody named; a PostgreSQL of the stack's own when empty
 * @param searchPath folders of programs
 * @param serviceEnvironment added to the environment of the services
 * @param starterContent whether the starter benchmark is brought in and run
 * @param furtherReplicas the second replicas it is to have
 * @param serviceOptions options of the Java that runs the services
 */
public record StackSettings(
    Path project,
    Path home,
    Map<Part, Integer> ports,
    BrokerChoice brokerChoice,
    Optional<BrokerAddress> namedBroker,
    Optional<DatabaseServer> namedDatabase,
    String searchPath,
    Map<String, String> serviceEnvironment,
    boolean starterContent,
    Set<Part> furtherReplicas,
    List<String> serviceOptions) {

  /** Settings of a service that somebody may want to try other values for. */
  private static final List<String> PASSED_ON =
      List.of(
          "PRIMUM_LEASE",
          "PRIMUM_REPAIR_EVERY",
          "PRIMUM_RUNNER_PREFETCH",
          "PRIMUM_JUDGE_PREFETCH",
          "PRIMUM_PUBLIC_URL",
          "PRIMUM_NOTIFICATION_PATIENCE");

  /** How variables about the mail server begin; without one no e-mail is sent. */
  private static final String MAIL = "PRIMUM_SMTP_";

  public StackSettings {
    project = project.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
    serviceEnvironment = Map.copyOf(serviceEnvironment);
    furtherReplicas = Set.copyOf(furtherReplicas);
    serviceOptions = List.copyOf(serviceOptions);
    for (Part part : Part.values()) {
      if (!ports.containsKey(part)) {
        throw new IllegalArgumentException("There is no port for " + part.label() + ".");
      }
    }
  }

  /**
   * The settings of {@code ./primum}.
   *
   * @throws StackFailure when a variable cannot be read
   */
  public static StackSettings of(Path project, Map<String, String> environment) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, port(part, environment));
    }
    Map<String, String> passedOn = new HashMap<>(environment);
    passedOn.keySet().removeIf(name -> !passedOn(name));
    try {
      return new StackSettings(
          project,
          project.resolve(environment.getOrDefault("PRIMUM_HOME", ".primum")),
          ports,
          BrokerChoice.of(environment.get("PRIMUM_BROKER")),
          BrokerAddress.named(environment),
          DatabaseServer.named(environment),
          environment.getOrDefault("PATH", ""),
          passedOn,
          !"false".equals(environment.get("PRIMUM_STARTER")),
          Set.of(),
          BuiltService.SMALL);
    } catch (IllegalArgumentException unreadable) {
      throw new StackFailure(unreadable.getMessage(), unreadable);
    }
  }

  private static boolean passedOn(String name) {
    return PASSED_ON.contains(name)
        || name.startsWith(MAIL)
        || name.startsWith(ExamplePrices.PRICES)
        || name.startsWith(ExamplePrices.ESTIMATES);
  }

  private static int port(Part part, Map<String, String> environment) {
    String text = environment.getOrDefault(part.portVariable(), "").strip();
    if (text.isEmpty()) {
      return part.usualPort();
    }
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1024
        || Integer.parseInt(text) > 65_535) {
      throw new StackFailure(
          "%s is \"%s\", but should be a port number from 1024 to 65535."
              .formatted(part.portVariable(), text));
    }
    return Integer.parseInt(text);
  }

  /** A stack of its own for a test: free ports, an embedded database, no starter content. */
  public static StackSettings forTest(Path project, Path home, BrokerChoice broker) {
    return new StackSettings(
        project,
        home,
        freePorts(),
        broker,
        Optional.empty(),
        Optional.empty(),
        System.getenv().getOrDefault("PATH", ""),
        Map.of(),
        false,
        Set.of(),
        BuiltService.SMALL);
  }

  /** The same with another variable in the services' environment. */
  public StackSettings withServiceVariable(String name, String value) {
    Map<String, String> changed = new HashMap<>(serviceEnvironment);
    changed.put(name, value);
    return with(namedDatabase, changed, starterContent, furtherReplicas, serviceOptions);
  }

  /** The same with the starter content. */
  public StackSettings withStarterContent() {
    return with(namedDatabase, serviceEnvironment, true, furtherReplicas, serviceOptions);
  }

  /** The same with a database that somebody else runs. */
  public StackSettings withDatabase(DatabaseServer server) {
    return with(
        Optional.of(server), serviceEnvironment, starterContent, furtherReplicas, serviceOptions);
  }

  /**
   * The same with so many replicas of a part, as processes of their own.
   *
   * @param part the runner or the judge
   * @param count 1 or 2
   * @throws IllegalArgumentException when there cannot be as many
   */
  public StackSettings withReplicas(Part part, int count) {
    List<Part> further =
        Arrays.stream(Part.values())
            .filter(found -> found.furtherReplica() && found.original() == part)
            .toList();
    if (count < 1 || count > further.size() + 1) {
      throw new IllegalArgumentException(
          "There cannot be %d replicas of %s.".formatted(count, part.label()));
    }
    Set<Part> changed = EnumSet.noneOf(Part.class);
    changed.addAll(furtherReplicas);
    further.forEach(changed::remove);
    changed.addAll(further.subList(0, count - 1));
    return with(namedDatabase, serviceEnvironment, starterContent, changed, serviceOptions);
  }

  /** The same with other options of the Java that runs the services. */
  public StackSettings withServiceOptions(List<String> options) {
    return with(namedDatabase, serviceEnvironment, starterContent, furtherReplicas, options);
  }

  private StackSettings with(
      Optional<DatabaseServer> database,
      Map<String, String> environment,
      boolean starter,
      Set<Part> replicas,
      List<String> options) {
    return new StackSettings(
        project,
        home,
        ports,
        brokerChoice,
        namedBroker,
        database,
        searchPath,
        environment,
        starter,
        replicas,
        options);
  }

  /** Whether the stack has this part. */
  public boolean has(Part part) {
    return !part.furtherReplica() || furtherReplicas.contains(part);
  }

  /** Where a part listens. */
  public int port(Part part) {
    return ports.get(part);
  }

  /** A part's web address. */
  public String url(Part part) {
    return "http://localhost:" + port(part);
  }

  private static Map<Part, Integer> freePorts() {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    // All are held until the last is found, so that no two parts get the same.
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Part part : Part.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(part, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException failed) {
      throw new StackFailure("No free ports were found: " + failed.getMessage(), failed);
    }
  }
}
