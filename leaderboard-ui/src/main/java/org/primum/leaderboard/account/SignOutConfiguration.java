package org.primum.leaderboard.account;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** How the pages end a session at the identity provider. */
@ConfigMapping(prefix = "primum.sign-out")
interface SignOutConfiguration {

  /** Where the identity provider is told, by this service and never by a browser. */
  URI address();

  /** Who the pages are there. */
  String client();

  /** What proves it. */
  String secret();
}
