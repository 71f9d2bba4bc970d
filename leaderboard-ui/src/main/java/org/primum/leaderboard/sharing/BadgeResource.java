package org.primum.leaderboard.sharing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.evaluation.Evaluations;

/** A model's result as a picture for other people's pages. */
@Path("/models/{id}/badge.svg")
@Blocking
class BadgeResource {

  private final Evaluations evaluations;

  BadgeResource(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  @GET
  public Response badge(@RestPath UUID id) {
    ModelResult result = ModelResult.of(id, evaluations).orElseThrow(NotFoundException::new);
    return Response.ok(Badge.svg(result))
        .type("image/svg+xml;charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, ModelResult.KEPT)
        .build();
  }
}
