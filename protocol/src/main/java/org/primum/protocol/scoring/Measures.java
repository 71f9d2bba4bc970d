package org.primum.protocol.scoring;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every measure there is on the class path. */
public final class Measures {

  private static final Map<String, Measure> BY_ID = new TreeMap<>();

  static {
    ServiceLoader.load(Measure.class, Measure.class.getClassLoader())
        .forEach(measure -> BY_ID.put(measure.id(), measure));
  }

  private Measures() {}

  /**
   * The measure with that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Measure of(String id) {
    Measure found = BY_ID.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no measure \"%s\"; the measures are %s".formatted(id, BY_ID.keySet()));
    }
    return found;
  }
}
