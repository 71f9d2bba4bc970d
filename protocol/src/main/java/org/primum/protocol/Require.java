package org.primum.protocol;

/** Checks for the compact constructors of records, so that an invalid value cannot exist. */
public final class Require {

  private Require() {}

  /**
   * Returns the text unchanged.
   *
   * @throws IllegalArgumentException when it is null or blank
   */
  public static String text(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /**
   * Returns the value unchanged.
   *
   * @throws IllegalArgumentException when it is null
   */
  public static <T> T present(T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /**
   * Throws when the condition does not hold.
   *
   * @throws IllegalArgumentException with the given message
   */
  public static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
