package org.primum.localstack.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What one run of a scenario measured: numbers by name, the unit in the name, in their order. */
public final class Figures {

  private final Map<String, Double> byName = new LinkedHashMap<>();

  /** Adds one; a number that is none is left out. */
  public Figures add(String name, double value) {
    if (Double.isFinite(value)) {
      byName.put(name, value);
    }
    return this;
  }

  /** Adds one if it is there. */
  public Figures add(String name, OptionalDouble value) {
    value.ifPresent(there -> add(name, there));
    return this;
  }

  /** Adds all of another's. */
  public Figures addAll(Figures others) {
    others.byName.forEach(this::add);
    return this;
  }

  /** The one of that name. */
  public OptionalDouble of(String name) {
    Double value = byName.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** All of them. */
  public Map<String, Double> byName() {
    return byName;
  }
}
