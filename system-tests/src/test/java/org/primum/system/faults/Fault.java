package org.primum.system.faults;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Something that breaks while a benchmark runs.
 *
 * @param name what it is
 * @param more how many requests more than items it may cost, at the model and at the judge
 * @param course what happens
 */
record Fault(String name, int more, Course course) {

  /** What happens while the run goes on; it has to see to it that all is well again in the end. */
  @FunctionalInterface
  interface Course {

    /** Starts the run, and does to it what is to be done. */
    KnownRun take(Scene scene) throws IOException, TimeoutException;
  }

  @Override
  public String toString() {
    return name;
  }
}
