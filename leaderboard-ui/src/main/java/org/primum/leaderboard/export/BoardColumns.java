package org.primum.leaderboard.export;

import static org.primum.leaderboard.export.Column.decimal;
import static org.primum.leaderboard.export.Column.instant;
import static org.primum.leaderboard.export.Column.text;
import static org.primum.leaderboard.export.Column.whole;
import static org.primum.leaderboard.export.Column.yesNo;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/** The columns of the board: a row is one number of one model in one comparable group. */
final class BoardColumns {

  /** All of them, in order. */
  static final List<Column<BoardRow>> ALL =
      List.of(
          text(
              "group",
              "The comparable group. Numbers of different groups are not to be ranked together.",
              evaluation(EvaluationChanged::group)),
          text("benchmark", "The benchmark's name.", evaluation(EvaluationChanged::benchmark)),
          text("version", "The benchmark's version.", evaluation(EvaluationChanged::version)),
          text(
              "judges",
              "The judges' names, with a semicolon between two.",
              evaluation(evaluation -> String.join("; ", evaluation.judges()))),
          whole(
              "repeats",
              "How often each item was asked.",
              evaluation(
                  evaluation ->
                      evaluation.repeats() == null ? Integer.valueOf(1) : evaluation.repeats())),
          text("model", "The model's id.", model(card -> card.id().toString())),
          text("model_name", "The model's name, as its submitter gave it.", model(ModelCard::name)),
          text("organization", "Who stands behind it.", model(ModelCard::organization)),
          yesNo(
              "simulated",
              "Whether it is a simulated model, which says nothing about any real one.",
              model(ModelCard::simulated)),
          yesNo(
              "imported",
              "Whether the run was brought in; such runs are never ranked.",
              evaluation(EvaluationChanged::imported)),
          text("evaluation", "The evaluation's id.", evaluation(found -> found.id().toString())),
          instant("finished_at", "When it ended.", evaluation(EvaluationChanged::finishedAt)),
          text("suite", "The suite's id.", row -> row.of().suite().id()),
          text(
              "perspective",
              "Whose risk the suite measures: patient, clinician or general-user.",
              row -> label(row.of().suite().perspective())),
          text(
              "part",
              "all: over every item. public: over the items that everybody may see, where the"
                  + " version has private ones too.",
              row -> row.of().part()),
          text(
              "category",
              "The category's id; empty for the suite as a whole.",
              row -> row.of().category()),
          text("rate", "Which number it is; see the list of rates.", BoardRow::rate),
          text(
              "better", "Which way is good: higher, lower or neither.", row -> label(row.better())),
          decimal(
              "value",
              "The number. A rate is a share of 1; empty while nothing is scored.",
              BoardRow::value),
          decimal("lower", "The lower end of its 95% interval.", BoardRow::lower),
          decimal("upper", "The upper end.", BoardRow::upper),
          decimal(
              "worst",
              "What the rate would be if every missing answer counted against the model; empty"
                  + " where nothing is missing.",
              BoardRow::worst),
          decimal(
              "best", "The same if every missing answer counted for the model.", BoardRow::best),
          whole(
              "scored",
              "Answers of the suite, or of the category, that have a verdict.",
              row -> row.of().metrics().scored()),
          whole("asked", "Answers that were asked for.", row -> row.of().metrics().asked()),
          whole(
              "rank_first",
              "The best rank the model may have in its group by this rate; empty where it is not"
                  + " ranked.",
              row -> row.rank() == null ? null : Integer.valueOf(row.rank().first())),
          whole(
              "rank_last",
              "The worst rank it may have.",
              row -> row.rank() == null ? null : Integer.valueOf(row.rank().last())));

  private BoardColumns() {}

  private static Function<BoardRow, Object> evaluation(Function<EvaluationChanged, Object> part) {
    return row -> part.apply(row.of().evaluation());
  }

  private static Function<BoardRow, Object> model(Function<ModelCard, Object> part) {
    return row -> part.apply(row.of().evaluation().model());
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
