package org.primum.localstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.primum.localstack.database.DatabaseAccount;
import org.primum.localstack.identity.Keycloak;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.process.Launch;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.process.Readiness;
import org.primum.localstack.secrets.Secrets;
import org.primum.localstack.service.BuiltService;
import org.primum.localstack.service.ServiceEnvironment;
import org.primum.localstack.starter.SimulatedEndpointProcess;

/** The parts of one stack, and what each needs to know of the others. */
final class StackParts {

  private static final String READY = "/q/health/ready";

  private final StackSettings settings;
  private final ProcessTable processes;
  private final Secrets secrets;
  private final Readiness readiness = new Readiness();
  private final Keycloak keycloakProgram;
  private final DatabasePart database;
  private final BrokerPart broker;
  private final Map<Part, Map<String, String>> variables = new EnumMap<>(Part.class);

  StackParts(StackSettings settings, ProcessTable processes, Secrets secrets) {
    this.settings = settings;
    this.processes = processes;
    this.secrets = secrets;
    this.keycloakProgram =
        new Keycloak(
            settings.project(),
            settings.home().resolve("keycloak"),
            settings.port(Part.KEYCLOAK),
            settings.url(Part.UI),
            secrets);
    this.database = new DatabasePart(settings, processes, secrets);
    this.broker =
        new BrokerPart(
            settings, processes, secrets, settings.home().resolve("run").resolve("broker.choice"));
  }

  DatabasePart database() {
    return database;
  }

  BrokerPart broker() {
    return broker;
  }

  Keycloak keycloakProgram() {
    return keycloakProgram;
  }

  /** All parts in the order they start. */
  List<StackPart> all() {
    return Arrays.stream(Part.values()).filter(settings::has).map(this::of).toList();
  }

  /** Replicas this stack is not to have; one may run from before. */
  List<StackPart> unwanted() {
    return Arrays.stream(Part.values()).filter(part -> !settings.has(part)).map(this::of).toList();
  }

  /** Adds to the environment of one service alone, in place of what was added before. */
  void setVariables(Part service, Map<String, String> added) {
    variables.put(service, Map.copyOf(added));
  }

  StackPart of(Part part) {
    return switch (part) {
      case DATABASE -> database;
      case BROKER -> broker;
      case KEYCLOAK -> keycloak();
      case SIMULATED -> simulated();
      case GATEWAY -> service(part, "gateway-service", "Gateway");
      case RUNNER -> service(part, "runner-service", "Runner");
      case JUDGE -> service(part, "judge-service", "Judge");
      case RUNNER_2 -> service(part, "runner-service", "Runner (second replica)");
      case JUDGE_2 -> service(part, "judge-service", "Judge (second replica)");
      case UI -> service(part, "leaderboard-ui", "Pages");
    };
  }

  private StackPart keycloak() {
    return new ProcessPart(
        Part.KEYCLOAK,
        "Keycloak",
        processes,
        keycloakProgram::launch,
        keycloakProgram.readyUrl(),
        readiness);
  }

  private StackPart simulated() {
    return new ProcessPart(
        Part.SIMULATED,
        "Simulated models",
        processes,
        () ->
            new Launch(
                JavaProgram.ofClass(
                    SimulatedEndpointProcess.class,
                    "128m",
                    Integer.toString(settings.port(Part.SIMULATED))),
                Map.of(),
                settings.home(),
                "1"),
        settings.url(Part.SIMULATED) + "/v1/models",
        readiness);
  }

  private StackPart service(Part part, String module, String description) {
    BuiltService service = new BuiltService(settings.project().resolve(module));
    Path directory = settings.home();
    return new ProcessPart(
        part,
        description,
        processes,
        () -> service.launch(environment(part), settings.serviceOptions(), directory),
        settings.url(part) + READY,
        readiness);
  }

  private String directoryOfUploads(Part part) {
    return settings.home().resolve("uploads").resolve(part.label()).toString();
  }

  private Map<String, String> environment(Part part) {
    DatabaseAccount account =
        part == Part.UI
            ? DatabaseAccount.LEADERBOARD
            : DatabaseAccount.valueOf(part.original().name());
    ServiceEnvironment environment =
        new ServiceEnvironment(settings.port(part))
            .database(database.server(), account.user(), database.password(account))
            .broker(broker.address())
            .with("PRIMUM_OIDC_URL", keycloakProgram.realmUrl())
            .with("PRIMUM_GATEWAY_URL", settings.url(Part.GATEWAY))
            .with("PRIMUM_SERVICE_CLIENT_SECRET", keycloakProgram.serviceClientSecret());
    if (part == Part.UI || part == Part.GATEWAY) {
      environment.with("PRIMUM_UPLOADS", directoryOfUploads(part));
    }
    if (part == Part.GATEWAY) {
      environment
          .with(ExamplePrices.unlessOthersIn(settings.serviceEnvironment()))
          .with("PRIMUM_PUBLIC_URL", settings.url(Part.UI));
    }
    if (part == Part.UI) {
      environment
          .with("PRIMUM_UI_CLIENT_SECRET", keycloakProgram.uiClientSecret())
          .with("PRIMUM_STATE_SECRET", secrets.password("ui-state"));
    } else {
      environment
          .with("PRIMUM_SEALING_KEY", secrets.key("sealing-key"))
          .with("PRIMUM_PRIVATE_ADDRESSES", "true");
    }
    return environment
        .with(settings.serviceEnvironment())
        .with(variables.getOrDefault(part, Map.of()))
        .variables();
  }
}
