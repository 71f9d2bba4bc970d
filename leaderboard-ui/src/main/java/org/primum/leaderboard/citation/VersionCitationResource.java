package org.primum.leaderboard.citation;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestPath;

/** How to cite a benchmark version, in LaTeX. */
@Path("/benchmarks/{benchmark}/{version}/cite.bib")
@Blocking
class VersionCitationResource {

  private final Citations citations;

  VersionCitationResource(Citations citations) {
    this.citations = citations;
  }

  @GET
  @Produces(BibTeX.MEDIA_TYPE)
  public String cite(@RestPath String benchmark, @RestPath String version) {
    return citations.version(benchmark, version).bibTeX();
  }
}
