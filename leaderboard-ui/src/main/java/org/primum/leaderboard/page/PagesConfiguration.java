package org.primum.leaderboard.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What the pages need to know of the world. */
@ConfigMapping(prefix = "primum.pages")
public interface PagesConfiguration {

  /** The identity provider's address, where forms may lead. */
  @WithName("identity-provider")
  URI identityProvider();

  /** For how long a board is given out again to others; 0 for never. */
  @WithName("keep-board")
  Duration keepBoard();

  /**
   * Where the world finds these pages, such as {@code https://primum.example.org}: written into
   * feeds, citations and archives. The address of the request when it is left out.
   */
  Optional<URI> address();
}
