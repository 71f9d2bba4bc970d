package org.primum.gateway.dispatch;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How items are handed out. */
@ConfigMapping(prefix = "primum.dispatch")
interface DispatchConfiguration {

  /**
   * How long an item may be on its way to an answer, and then to a verdict. Only a lost message
   * ever waits for it: a process that dies gives its messages back to the broker at once.
   */
  Duration lease();

  /**
   * Most answers of one model that wait for their verdicts; no more is asked until some are there.
   */
  int judgingBacklog();

  /** How often an item is handed out without coming back before it counts as lost. */
  int attempts();
}
