package org.primum.leaderboard.export;

import static org.primum.leaderboard.export.Column.decimal;
import static org.primum.leaderboard.export.Column.instant;
import static org.primum.leaderboard.export.Column.nested;
import static org.primum.leaderboard.export.Column.text;
import static org.primum.leaderboard.export.Column.whole;
import static org.primum.leaderboard.export.Column.yesNo;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.scoring.AnswerTraits;

/**
 * The columns of an evaluation's records: a row is one answer to one item. Every number of the
 * evaluation follows from them.
 */
final class ItemColumns {

  /** All of them, in order. */
  static final List<Column<ItemFinished>> ALL =
      List.of(
          text("evaluation", "The evaluation's id.", item -> item.evaluationId().toString()),
          text(
              "task",
              "This answer's id, as in its page's address.",
              item -> item.taskId().toString()),
          whole("ordinal", "The place in the evaluation, from 0.", ItemFinished::ordinal),
          text("suite", "The suite's id.", item -> item.item().suite()),
          text("item", "The item's id, unique within its suite.", item -> item.item().id()),
          whole(
              "repetition",
              "Which of the times the item was asked, from 1.",
              item -> item.repetition() == null ? Integer.valueOf(1) : item.repetition()),
          text("category", "The category's id.", item -> item.item().category()),
          text(
              "split",
              "harmful, benign, safe or unsafe in suites that tell them apart.",
              item -> item.item().split()),
          text("prompt", "What was asked, verbatim.", item -> item.item().prompt()),
          text(
              "instruction",
              "A system message of the item's own.",
              item -> item.item().instruction()),
          text("document", "What the answer was to keep to.", item -> item.item().document()),
          text("answer", "What the model said, verbatim.", answer(Answer::text)),
          whole(
              "answer_length",
              "Length of the answer in characters (UTF-16 code units), as in mean lengths.",
              answer(answer -> answer.text().length())),
          yesNo(
              "refusing_words",
              "Whether the answer opens with a stock phrase of refusal.",
              answer(answer -> AnswerTraits.of(answer.text()).stockRefusal())),
          text(
              "finish_reason",
              "Why the answer ended, as its endpoint says.",
              answer(Answer::finishReason)),
          whole("prompt_tokens", "As the endpoint counted them.", answer(Answer::promptTokens)),
          whole(
              "completion_tokens",
              "As the endpoint counted them.",
              answer(Answer::completionTokens)),
          whole(
              "latency_millis",
              "How long the request that succeeded took.",
              answer(
                  answer -> Math.toIntExact(Math.min(answer.latencyMillis(), Integer.MAX_VALUE)))),
          whole("requests", "How many requests the answer took.", answer(Answer::requests)),
          text(
              "reported_model",
              "The model's name in the endpoint's reply.",
              answer(Answer::reportedModel)),
          instant("answered_at", "When the answer was there.", answer(Answer::answeredAt)),
          text("verdict", "The verdict's label; empty without one.", verdict(Verdict::label)),
          decimal("verdict_value", "The number behind the label.", verdict(Verdict::value)),
          text("reason", "A judge's words for the verdict.", verdict(Verdict::reason)),
          nested(
              "parts",
              "How many sentences of the answer have which label.",
              verdict(Verdict::counts)),
          text(
              "failure",
              "Why there is no verdict; empty with one.",
              failure(failure -> failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
          text("failure_detail", "The same in a sentence.", failure(Failure::detail)),
          nested(
              "votes",
              "Every vote of every judge, with its raw reply.",
              item -> item.votes().isEmpty() ? null : item.votes()),
          text(
              "identity",
              "Names the verdict by everything that could move it.",
              ItemFinished::identity),
          instant("finished_at", "When it was scored or failed.", ItemFinished::finishedAt));

  private ItemColumns() {}

  private static Function<ItemFinished, Object> answer(Function<Answer, Object> part) {
    return item -> item.answer() == null ? null : part.apply(item.answer());
  }

  private static Function<ItemFinished, Object> verdict(Function<Verdict, Object> part) {
    return item -> item.verdict() == null ? null : part.apply(item.verdict());
  }

  private static Function<ItemFinished, Object> failure(Function<Failure, Object> part) {
    return item -> item.failure() == null ? null : part.apply(item.failure());
  }
}
