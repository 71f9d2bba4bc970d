package org.primum.leaderboard.benchmark;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.page.MeasureGuide;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;

/** What a published version asks and how it judges, made from the version itself. */
@Path("/benchmarks")
@Blocking
class VersionResource {

  private final BenchmarkVersions versions;
  private final Evaluations evaluations;

  VersionResource(BenchmarkVersions versions, Evaluations evaluations) {
    this.versions = versions;
    this.evaluations = evaluations;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance versions(List<BenchmarkChanged> versions);

    static native TemplateInstance version(
        BenchmarkChanged version,
        List<VersionSuite> suites,
        List<MeasureGuide> measures,
        List<VersionOf> history,
        List<EvaluationChanged> results);
  }

  @GET
  public TemplateInstance versions() {
    return Templates.versions(
        Stream.concat(versions.published().stream(), versions.retired().stream()).toList());
  }

  @GET
  @Path("{benchmark}/{version}")
  public TemplateInstance version(@RestPath String benchmark, @RestPath String version) {
    BenchmarkChanged found = versions.one(benchmark, version).orElseThrow(NotFoundException::new);
    List<VersionSuite> suites = VersionSuite.of(found, evaluations.newestOn(benchmark, version));
    return Templates.version(
        found,
        suites,
        MeasureGuide.of(suites.stream().map(VersionSuite::suite).toList()),
        VersionOf.all(versions.of(benchmark)),
        evaluations.onBoard().stream()
            .filter(result -> result.benchmark().equals(benchmark))
            .filter(result -> result.version().equals(version))
            .toList());
  }
}
