package org.primum.localstack.bench;

/** Names of figures that targets are about. */
final class FigureNames {

  static final String SECONDS = "time s";
  static final String BY_IDEAL = "time by ideal";
  static final String SCORED = "items scored";
  static final String OWN_CPU = "CPU ms a call: all services";

  private FigureNames() {}
}
