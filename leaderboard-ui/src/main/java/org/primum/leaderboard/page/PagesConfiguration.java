package org.primum.leaderboard.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;

/** What the pages need to know of the world. */
@ConfigMapping(prefix = "primum.pages")
public interface PagesConfiguration {

  /** The identity provider's address, where forms may lead. */
  @WithName("identity-provider")
  URI identityProvider();
}
