package org.primum.leaderboard.citation;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** How to cite an evaluation. */
@Path("/evaluations/{id}/cite.bib")
@Blocking
class EvaluationCitationResource {

  private final Citations citations;

  EvaluationCitationResource(Citations citations) {
    this.citations = citations;
  }

  @GET
  @Produces(BibTeX.MEDIA_TYPE)
  public String cite(@RestPath UUID id) {
    return citations.evaluation(id).bibTeX();
  }
}
