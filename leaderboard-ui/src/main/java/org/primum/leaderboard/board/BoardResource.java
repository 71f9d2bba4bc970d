package org.primum.leaderboard.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.compare.Ranking;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.Progress;
import org.primum.protocol.message.BenchmarkChanged;

/** The board. */
@Path("/")
@Blocking
class BoardResource {

  private static final int OTHERS_SHOWN = 20;

  private final Evaluations evaluations;
  private final BenchmarkVersions versions;
  private final Ranking ranking;
  private final Clock clock;

  BoardResource(Evaluations evaluations, BenchmarkVersions versions, Ranking ranking, Clock clock) {
    this.evaluations = evaluations;
    this.versions = versions;
    this.ranking = ranking;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance board(
        Board board, List<Progress> others, List<BenchmarkChanged> published);
  }

  @GET
  public TemplateInstance board(@RestQuery String order) {
    Board board =
        Board.of(
            evaluations.onBoard(),
            versions.retired().stream()
                .map(version -> version.benchmark() + "/" + version.version())
                .collect(Collectors.toSet()),
            Order.named(order),
            ranking::of);
    Instant now = clock.instant();
    List<Progress> others =
        evaluations.notOnBoard(OTHERS_SHOWN).stream()
            .map(evaluation -> Progress.of(evaluation, now))
            .toList();
    return Templates.board(board, others, versions.published());
  }
}
