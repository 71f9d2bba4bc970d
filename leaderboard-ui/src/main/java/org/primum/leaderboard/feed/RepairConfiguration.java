package org.primum.leaderboard.feed;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/** Where missed messages are fetched from, and when. */
@ConfigMapping(prefix = "primum.repair")
interface RepairConfiguration {

  /** The gateway's address. */
  URI gateway();

  /** How often the read model is compared with the gateway; {@code off} for never. */
  String every();

  /** How long items that are late may take before they are fetched. */
  Duration patience();
}
