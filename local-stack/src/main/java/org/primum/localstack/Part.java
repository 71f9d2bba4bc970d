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
  RUNNER_2("PRIMUM_RUNNER_2_PORT", 8084, RUNNER),
  JUDGE_2("PRIMUM_JUDGE_2_PORT", 8085, JUDGE),
  UI("PRIMUM_UI_PORT", 8080);

  private final String portVariable;
  private final int usualPort;
  private final Part original;

  Part(String portVariable, int usualPort) {
    this.portVariable = portVariable;
    this.usualPort = usualPort;
    this.original = this;
  }

  Part(String portVariable, int usualPort, Part original) {
    this.portVariable = portVariable;
    this.usualPort = usualPort;
    this.original = original;
  }

  /** Its name in commands, logs and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable that moves it to another port. */
  public String portVariable() {
    return portVariable;
  }

  int usualPort() {
    return usualPort;
  }

  /** The part of which this is a further replica, or itself. */
  public Part original() {
    return original;
  }

  /** Whether it is a further replica, which a stack has only when that is asked for. */
  public boolean furtherReplica() {
    return original != this;
  }

  static Optional<Part> labelled(String label) {
    return Arrays.stream(values()).filter(part -> part.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Part::label).toList();
  }
}
