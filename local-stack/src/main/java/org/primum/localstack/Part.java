package org.primum.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the stack is made of, in the order it starts. */
public enum Part {
  DATABASE("PRIMUM_POSTGRES_PORT", 8432),
  BROKER("PRIMUM_BROKER_PORT", 8672),
  KEYCLOAK("PRIMUM_KEYCLOAK_PORT", 8180),
  SIMULATED("PRIMUM_SIMULATED_PORT", 8190),
  GATEWAY("PRIMUM_GATEWAY_PORT", 8081),
  RUNNER("PRIMUM_RUNNER_PORT", 8082),
  JUDGE("PRIMUM_JUDGE_PORT", 8083),
  UI("PRIMUM_UI_PORT", 8080);

  private final String portVariable;
  private final int usualPort;

  Part(String portVariable, int usualPort) {
    this.portVariable = portVariable;
    this.usualPort = usualPort;
  }

  /** Its name in commands, logs and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment variable that moves it to another port. */
  public String portVariable() {
    return portVariable;
  }

  int usualPort() {
    return usualPort;
  }

  static Optional<Part> labelled(String label) {
    return Arrays.stream(values()).filter(part -> part.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Part::label).toList();
  }
}
