package org.primum.leaderboard.citation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.page.PublicAddress;
import org.primum.protocol.message.BenchmarkChanged;

/** Citations of what the pages show. */
@ApplicationScoped
public class Citations {

  private final Evaluations evaluations;
  private final BenchmarkVersions versions;
  private final PublicAddress address;

  Citations(Evaluations evaluations, BenchmarkVersions versions, PublicAddress address) {
    this.evaluations = evaluations;
    this.versions = versions;
    this.address = address;
  }

  Citation evaluation(UUID id) {
    return evaluations
        .one(id)
        .map(evaluation -> Citation.of(evaluation, address.of("/evaluations/" + id)))
        .orElseThrow(NotFoundException::new);
  }

  Citation version(String benchmark, String version) {
    return versions
        .one(benchmark, version)
        .map(found -> Citation.of(found, address.ofVersion(found)))
        .orElseThrow(NotFoundException::new);
  }

  /** The CITATION.cff of a version. */
  public String citationFile(BenchmarkChanged version) {
    return Citation.of(version, address.ofVersion(version))
        .citationFile(address.of("/data#licence"));
  }
}
