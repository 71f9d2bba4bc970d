package org.primum.gateway.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.primum.gateway.reference.ImportedRecord;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;

/**
 * One item of one evaluation: {@code waiting} to be handed out, {@code asking}, {@code answered},
 * {@code judging}, then {@code scored} or {@code failed}, or {@code cancelled}. What is finished
 * never changes. While it is open, the dispatcher moves it.
 */
@Entity
public class Task {

  /** To be handed out to be asked. */
  public static final String WAITING = "waiting";

  /** Handed out to be asked. */
  public static final String ASKING = "asking";

  /** Answered, and to be handed out to be judged. */
  public static final String ANSWERED = "answered";

  /** Handed out to be judged. */
  public static final String JUDGING = "judging";

  /** Ended with a verdict. */
  public static final String SCORED = "scored";

  /** Ended without one. */
  public static final String FAILED = "failed";

  @Id UUID id;

  @Column(name = "evaluation_id")
  UUID evaluationId;

  int ordinal;
  String suite;

  @Column(name = "item_id")
  String itemId;

  String category;
  String split;
  String prompt;
  String document;
  String instruction;
  String part;
  int repetition;
  String judging;
  String state;
  int attempts;
  int requests;

  @Column(name = "lease_until")
  Instant leaseUntil;

  String answer;
  String verdict;
  String votes;
  String label;
  String identity;

  @Column(name = "answer_length")
  Integer answerLength;

  @Column(name = "stock_refusal")
  Boolean stockRefusal;

  @Column(name = "failure_kind")
  String failureKind;

  @Column(name = "failure_detail")
  String failureDetail;

  @Column(name = "finished_at")
  Instant finishedAt;

  /** The line it was imported as; null in our own. */
  String original;

  /**
   * A record of an imported run, finished from the start.
   *
   * @param ordinal its place in the run, from 0
   */
  static Task imported(UUID evaluationId, int ordinal, ImportedRecord record) {
    Task task = new Task();
    task.id = UUID.randomUUID();
    task.evaluationId = evaluationId;
    task.ordinal = ordinal;
    task.suite = record.item().suite();
    task.itemId = record.item().id();
    task.category = record.item().category();
    task.split = record.item().split();
    task.prompt = record.item().prompt();
    task.document = record.item().document();
    task.instruction = record.item().instruction();
    task.part = record.item().part();
    task.repetition = record.repetition();
    task.judging = EvaluationChanged.IMPORTED;
    if (record.answer() != null) {
      task.keep(record.answer());
    }
    task.votes = Json.write(record.votes());
    task.identity = record.identity();
    if (record.failure() == null) {
      task.verdict = Json.write(record.verdict());
      task.label = record.verdict().label();
    } else {
      task.note(record.failure());
    }
    task.original = record.original();
    task.finish(record.at());
    return task;
  }

  /** The evaluation it belongs to. */
  public UUID evaluationId() {
    return evaluationId;
  }

  /** Fails a task that waits to be handed out, since nothing more may be spent on it. */
  void budgetSpent(Instant now) {
    note(new Failure(FailureKind.BUDGET_SPENT, null));
    finish(now);
  }

  private void keep(Answer given) {
    answer = Json.write(given);
    AnswerTraits traits = AnswerTraits.of(given.text());
    answerLength = traits.length();
    stockRefusal = traits.stockRefusal();
  }

  private void note(Failure failure) {
    failureKind = failure.kind().name().toLowerCase(Locale.ROOT);
    failureDetail = failure.detail();
  }

  private boolean finish(Instant now) {
    state = failureKind == null ? SCORED : FAILED;
    finishedAt = now;
    leaseUntil = null;
    return true;
  }

  /** The complete record of a finished task. */
  public ItemFinished record() {
    return new ItemFinished(
        evaluationId,
        id,
        ordinal,
        item(),
        answer(),
        failureKind == null ? Json.read(verdict, Verdict.class) : null,
        failure(),
        votes == null ? List.of() : List.of(Json.read(votes, Vote[].class)),
        finishedAt,
        repetition == 1 ? null : repetition,
        identity);
  }

  /** With the requests of earlier attempts, where there were any. */
  private Answer answer() {
    if (answer == null) {
      return null;
    }
    Answer kept = Json.read(answer, Answer.class);
    return requests > kept.requests() ? kept.after(requests) : kept;
  }

  /** What metrics need to know of a finished task. */
  ItemOutcome outcome() {
    return new ItemOutcome(
        itemId,
        repetition,
        suite,
        category,
        split,
        part,
        failureKind == null ? Json.read(verdict, Verdict.class) : null,
        failureKind == null ? null : kind(failureKind),
        answerLength == null ? null : new AnswerTraits(answerLength, stockRefusal));
  }

  /** The item it asks. */
  public Item item() {
    return new Item(itemId, suite, category, split, prompt, document, instruction, part);
  }

  private Failure failure() {
    return failureKind == null ? null : new Failure(kind(failureKind), failureDetail);
  }

  /** The kind that is stored under that name. */
  public static FailureKind kind(String stored) {
    return FailureKind.valueOf(stored.toUpperCase(Locale.ROOT));
  }
}
