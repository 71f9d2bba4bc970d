package org.primum.gateway.leaderboard;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.protocol.message.EvaluationChanged;

/** The board as data: comparable groups, and in each the newest complete evaluation of a model. */
@Path("/api/v1/leaderboard")
class LeaderboardResource {

  private final Evaluations evaluations;

  LeaderboardResource(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** The board. */
  record Board(List<Group> groups) {}

  /**
   * Evaluations that may be compared.
   *
   * @param group its hash
   * @param benchmark the benchmark's name
   * @param version the version
   * @param judges the judges' names
   * @param origin {@code imported} for a run made elsewhere, which is alone in its group; null for
   *     our own
   * @param rows one a model
   */
  record Group(
      String group,
      String benchmark,
      String version,
      List<String> judges,
      String origin,
      List<Row> rows) {}

  /**
   * One model's newest complete evaluation.
   *
   * @param model the model
   * @param evaluationId where the numbers come from
   * @param asked items asked
   * @param scored items with a verdict
   * @param coverage scored / asked
   * @param suites metrics with their intervals
   */
  record Row(
      EvaluationChanged.ModelCard model,
      UUID evaluationId,
      int asked,
      int scored,
      double coverage,
      Map<String, org.primum.protocol.scoring.SuiteMetrics> suites) {}

  @GET
  @Transactional
  public Board board(@RestQuery String benchmark, @RestQuery String version) {
    Map<String, List<EvaluationChanged>> groups = new LinkedHashMap<>();
    for (EvaluationChanged found : evaluations.onBoard(benchmark, version)) {
      groups.computeIfAbsent(found.group(), group -> new ArrayList<>()).add(found);
    }
    List<Group> board = new ArrayList<>();
    groups.forEach((group, rows) -> board.add(group(group, rows)));
    return new Board(board);
  }

  private static Group group(String group, List<EvaluationChanged> evaluations) {
    EvaluationChanged any = evaluations.getFirst();
    return new Group(
        group,
        any.benchmark(),
        any.version(),
        any.judges(),
        any.origin(),
        evaluations.stream().map(LeaderboardResource::row).toList());
  }

  private static Row row(EvaluationChanged evaluation) {
    return new Row(
        evaluation.model(),
        evaluation.id(),
        evaluation.asked(),
        evaluation.scored(),
        (double) evaluation.scored() / evaluation.asked(),
        evaluation.suites());
  }
}
