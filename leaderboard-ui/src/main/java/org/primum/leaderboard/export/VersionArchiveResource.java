package org.primum.leaderboard.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.citation.Citations;
import org.primum.protocol.message.BenchmarkChanged;

/** The archive of a version, for everybody. */
@Path("/benchmarks/{benchmark}/{version}/archive.zip")
@RunOnVirtualThread
class VersionArchiveResource {

  private final BenchmarkVersions versions;
  private final Citations citations;
  private final VersionArchive archive;
  private final Downloads downloads;

  VersionArchiveResource(
      BenchmarkVersions versions,
      Citations citations,
      VersionArchive archive,
      Downloads downloads) {
    this.versions = versions;
    this.citations = citations;
    this.archive = archive;
    this.downloads = downloads;
  }

  @GET
  public Response archive(@RestPath String benchmark, @RestPath String version) {
    BenchmarkChanged found = versions.one(benchmark, version).orElseThrow(NotFoundException::new);
    String citation = citations.citationFile(found);
    return downloads
        .of(
            "primum-%s-%s.zip".formatted(benchmark, version),
            "application/zip",
            out -> archive.write(found, citation, out))
        .build();
  }
}
