package org.primum.gateway.benchmark.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.primum.gateway.account.Roles;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.benchmark.publication.SuiteJudging;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.Question;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** Looking at an item with the eyes of the model and of the judges, before anything is run. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}/items/{suite}/{id}/preview")
@RolesAllowed(Roles.ADMIN)
class PreviewResource {

  private final BenchmarkVersions versions;
  private final FrozenJudging judging;
  private final VersionItems items;

  PreviewResource(BenchmarkVersions versions, FrozenJudging judging, VersionItems items) {
    this.versions = versions;
    this.judging = judging;
    this.items = items;
  }

  @GET
  @Transactional
  public Preview preview(String benchmark, String version, String suite, String id) {
    BenchmarkVersion found = versions.required(benchmark, version);
    Item item = items.required(found, suite, id);
    Suite kind = Suites.of(suite);
    JudgingProtocol frozen = judging.known(found).get(suite);
    return Preview.of(
        item,
        kind.request(item, found.settings().generation()),
        found.settings().generation(),
        frozen == null ? questions(kind, found.settings().judging(suite)) : frozen.questions(),
        frozen == null
            ? SuiteJudging.named(found, suite)
            : frozen.judges().stream().map(JudgingProtocol.Judge::name).toList());
  }

  private static List<Question> questions(Suite suite, JudgingSettings settings) {
    List<Question> published = suite.questions();
    try {
      return published.stream()
          .map(question -> settings.applied(question, question.equals(published.getFirst())))
          .toList();
    } catch (IllegalArgumentException contradictory) {
      throw Problem.conflict(
          "Suite %s cannot be judged so: %s. Correct its settings first."
              .formatted(suite.id(), contradictory.getMessage()));
    }
  }
}
