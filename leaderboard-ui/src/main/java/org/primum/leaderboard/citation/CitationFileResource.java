package org.primum.leaderboard.citation;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.benchmark.BenchmarkVersions;

/** How to cite a benchmark version, for programs. */
@Path("/benchmarks/{benchmark}/{version}/CITATION.cff")
@Blocking
class CitationFileResource {

  private final BenchmarkVersions versions;
  private final Citations citations;

  CitationFileResource(BenchmarkVersions versions, Citations citations) {
    this.versions = versions;
    this.citations = citations;
  }

  @GET
  @Produces("application/yaml;charset=UTF-8")
  public String cite(@RestPath String benchmark, @RestPath String version) {
    return versions
        .one(benchmark, version)
        .map(citations::citationFile)
        .orElseThrow(NotFoundException::new);
  }
}
