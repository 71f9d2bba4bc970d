package org.primum.gateway.notification;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How owners are told, and how long that is tried. */
@ConfigMapping(prefix = "primum.notification")
interface NotificationConfiguration {

  /** Where people read the pages; links in notifications begin with it. */
  URI pages();

  /** The SMTP server; without one this installation sends no e-mail. */
  Optional<String> smtpHost();

  /** How long one attempt may take, from the first byte to the receiver's status. */
  Duration timeout();

  /**
   * How long an attempt that nobody recorded keeps others from making the next. Longer than the
   * timeout, or what hangs is sent twice.
   */
  Duration lease();

  /** The pause after the first attempt that failed; it doubles with each further one. */
  Duration firstPause();

  /** No pause is longer. */
  Duration longestPause();

  /** When a notification has been tried for so long, it is given up. */
  Duration patience();

  /** What was sent or given up is forgotten after this. */
  Duration keptFor();
}
