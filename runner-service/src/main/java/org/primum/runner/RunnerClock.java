package org.primum.runner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the service; times are UTC instants, as exact as the database keeps them. */
class RunnerClock {

  /**
   * The clock.
   *
   * @param offset how far it is off the machine's; only tests set it, to have a clock that is wrong
   */
  @Produces
  @ApplicationScoped
  Clock clock(@ConfigProperty(name = "primum.clock.offset", defaultValue = "0S") Duration offset) {
    return Clock.offset(Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)), offset);
  }
}
