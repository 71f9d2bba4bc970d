package org.primum.localstack;

import java.util.OptionalLong;

/**
 * How a part is.
 *
 * @param part which one
 * @param description with its kind, where there are several
 * @param state in one or two words
 * @param pid its process, if the stack started it and it runs
 * @param port where it listens
 */
public record PartStatus(
    Part part, String description, State state, OptionalLong pid, String port) {

  /** States of a part. */
  public enum State {
    READY("ready"),
    NOT_READY("not ready"),
    STOPPED("stopped");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As it is shown. */
    public String words() {
      return words;
    }
  }
}
