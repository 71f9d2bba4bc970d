package org.primum.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the service; times are UTC instants. */
class LeaderboardClock {

  /**
   * The clock.
   *
   * @param offset how far it is off the machine's; only tests set it, to have a clock that is wrong
   */
  @Produces
  @ApplicationScoped
  Clock clock(@ConfigProperty(name = "primum.clock.offset", defaultValue = "0S") Duration offset) {
    return Clock.offset(Clock.systemUTC(), offset);
  }
}
