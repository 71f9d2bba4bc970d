package org.primum.leaderboard.atom;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.primum.leaderboard.evaluation.FinishedEvaluations;
import org.primum.leaderboard.page.PublicAddress;
import org.primum.leaderboard.sharing.Previews;

/** News for feed readers: evaluations that ended lately. */
@Path("/feed.atom")
@Blocking
class AtomResource {

  private static final int SHOWN = 50;

  private final FinishedEvaluations evaluations;
  private final Previews previews;
  private final PublicAddress address;
  private final Clock clock;

  AtomResource(
      FinishedEvaluations evaluations, Previews previews, PublicAddress address, Clock clock) {
    this.evaluations = evaluations;
    this.previews = previews;
    this.address = address;
    this.clock = clock;
  }

  @GET
  @Produces("application/atom+xml;charset=UTF-8")
  public String feed() {
    return AtomFeed.of(evaluations.newest(SHOWN), clock.instant(), address, previews);
  }
}
