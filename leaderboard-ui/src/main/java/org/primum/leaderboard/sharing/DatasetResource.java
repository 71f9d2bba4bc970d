package org.primum.leaderboard.sharing;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.benchmark.BenchmarkVersions;

/** The description of a version's data, for programs. */
@Path("/benchmarks/{benchmark}/{version}/dataset.jsonld")
@Blocking
class DatasetResource {

  private final BenchmarkVersions versions;
  private final Dataset dataset;

  DatasetResource(BenchmarkVersions versions, Dataset dataset) {
    this.versions = versions;
    this.dataset = dataset;
  }

  @GET
  @Produces("application/ld+json")
  public String dataset(@RestPath String benchmark, @RestPath String version) {
    return dataset.of(versions.one(benchmark, version).orElseThrow(NotFoundException::new));
  }
}
