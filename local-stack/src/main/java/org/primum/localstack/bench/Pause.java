package org.primum.localstack.bench;

import java.time.Duration;
import org.primum.localstack.progress.StackFailure;

/** Waiting between two looks. */
final class Pause {

  private static final Duration BRIEF = Duration.ofMillis(100);

  private Pause() {}

  static void briefly() {
    of(BRIEF);
  }

  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while measuring.", interrupted);
    }
  }
}
