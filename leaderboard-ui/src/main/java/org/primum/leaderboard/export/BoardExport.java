package org.primum.leaderboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.leaderboard.compare.Ranking;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.statistics.RankRange;
import org.primum.protocol.suite.Suites;

/** The board as a table: every number of the evaluations that stand on it. */
@ApplicationScoped
class BoardExport {

  private final Evaluations evaluations;
  private final Ranking ranking;

  BoardExport(Evaluations evaluations, Ranking ranking) {
    this.evaluations = evaluations;
    this.ranking = ranking;
  }

  private record SuiteRate(String group, String suite, String rate) {}

  /** Writes what stands on the board and passes the filter. */
  void write(BoardFilter filter, Format format, OutputStream out) throws IOException {
    List<EvaluationChanged> shown = evaluations.onBoard().stream().filter(filter::passes).toList();
    RowWriter<BoardRow> rows = format.begin(out, BoardColumns.ALL);
    BoardRow.Ranks ranks = ranks(shown);
    for (EvaluationChanged evaluation : shown) {
      for (BoardRow row : BoardRow.of(evaluation, ranks)) {
        rows.write(row);
      }
    }
    rows.end();
  }

  /** Ranks within the groups of our own evaluations, each rate's found when it is asked for. */
  private BoardRow.Ranks ranks(List<EvaluationChanged> shown) {
    Map<String, List<EvaluationChanged>> groups =
        shown.stream()
            .filter(evaluation -> !evaluation.imported())
            .collect(Collectors.groupingBy(evaluation -> String.valueOf(evaluation.group())));
    Map<SuiteRate, Map<UUID, RankRange>> known = new HashMap<>();
    return (evaluation, suite, rate) -> {
      boolean weakest = rate.equals(BoardRow.WEAKEST);
      boolean compared = weakest || Suites.of(suite).measure().comparedRates().contains(rate);
      if (evaluation.imported() || !compared) {
        return null;
      }
      String group = String.valueOf(evaluation.group());
      return known
          .computeIfAbsent(
              new SuiteRate(group, weakest ? "" : suite, rate),
              asked ->
                  weakest
                      ? ranking.byWeakest(groups.get(group))
                      : ranking.of(groups.get(group), suite, rate))
          .get(evaluation.id());
    };
  }
}
