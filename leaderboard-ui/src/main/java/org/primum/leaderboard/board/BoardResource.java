package org.primum.leaderboard.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.compare.Ranking;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.Progress;
import org.primum.leaderboard.result.SuiteResults;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.statistics.RankRange;

/** The board. */
@Path("/")
@Blocking
class BoardResource {

  private static final int OTHERS_SHOWN = 20;

  private final Evaluations evaluations;
  private final BenchmarkVersions versions;
  private final SuiteResults results;
  private final Ranking ranking;
  private final KeptBoards kept;
  private final Clock clock;

  BoardResource(
      Evaluations evaluations,
      BenchmarkVersions versions,
      SuiteResults results,
      Ranking ranking,
      KeptBoards kept,
      Clock clock) {
    this.evaluations = evaluations;
    this.versions = versions;
    this.results = results;
    this.ranking = ranking;
    this.kept = kept;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance board(
        Board board,
        List<Trait> traits,
        List<ExtraColumn> extras,
        List<Progress> others,
        List<BenchmarkChanged> published);
  }

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public byte[] board(UriInfo address, RoutingContext context) {
    Board board =
        Board.of(
            evaluations.onBoard(),
            results::of,
            versions.retired().stream()
                .map(version -> version.benchmark() + "/" + version.version())
                .collect(Collectors.toSet()),
            BoardQuery.of(address.getQueryParameters()),
            this::ranks);
    Instant now = clock.instant();
    List<Progress> others =
        evaluations.notOnBoard(OTHERS_SHOWN).stream()
            .map(evaluation -> Progress.of(evaluation, now))
            .toList();
    String page =
        Templates.board(
                board, Trait.ALL, List.of(ExtraColumn.values()), others, versions.published())
            .render();
    return kept.made(context, page);
  }

  private Map<UUID, RankRange> ranks(List<EvaluationChanged> group, Order order) {
    if (order.byWeakest()) {
      return ranking.byWeakest(group);
    }
    return order.suite() == null ? Map.of() : ranking.of(group, order.suite(), order.rate());
  }
}
