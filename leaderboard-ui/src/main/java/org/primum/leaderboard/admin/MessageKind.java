package org.primum.leaderboard.admin;

import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.Optional;
import org.primum.leaderboard.gateway.DeadLetter;
import org.primum.leaderboard.gateway.OpenedLetter;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;

/** The messages between the services, in words for a person who finds one set aside. */
public enum MessageKind {
  PROMPT(
      PromptIssued.KEY,
      "Prompt for a model",
      "gateway",
      "runner",
      "The runner gets the prompt once more. If it has the outcome already, it sends that again;"
          + " otherwise it asks the model. An item that is finished by then stays as it is."),
  ANSWER(
      AnswerRecorded.KEY,
      "Answer of a model",
      "runner",
      "gateway",
      "The gateway gets the answer once more. If the item has one already, or is finished, nothing"
          + " changes."),
  JUDGING(
      JudgingRequested.KEY,
      "Answer to be judged",
      "runner",
      "judge",
      "The judge gets the answer once more. If it has a verdict already, it sends that again;"
          + " otherwise it asks the judging models."),
  VERDICT(
      VerdictReached.KEY,
      "Verdict on an answer",
      "judge",
      "gateway",
      "The gateway gets the verdict once more. If the item has one already, or is finished, nothing"
          + " changes."),
  ITEM(
      ItemFinished.KEY,
      "Finished item",
      "gateway",
      "pages",
      "The pages get the finished item once more. If they have it already, nothing changes."),
  EVALUATION(
      EvaluationChanged.KEY,
      "Progress of an evaluation",
      "gateway",
      "pages",
      "The pages get this progress once more. If they know of later progress, nothing changes."),
  BENCHMARK(
      BenchmarkChanged.KEY,
      "Benchmark version",
      "gateway",
      "pages",
      "The pages get the version once more, as it was when the message was sent. A version that"
          + " they know as retired stays so.");

  private final String key;
  private final String title;
  private final String sender;
  private final String taker;
  private final String retry;

  MessageKind(String key, String title, String sender, String taker, String retry) {
    this.key = key;
    this.title = title;
    this.sender = sender;
    this.taker = taker;
    this.retry = retry;
  }

  /** The service that sends such messages. */
  public String sender() {
    return sender;
  }

  /** The service that takes them. */
  public String taker() {
    return taker;
  }

  /** What happens when it is sent again, in sentences. */
  public String retry() {
    return retry;
  }

  /** What a letter is, in a few words. */
  @TemplateExtension
  static String title(DeadLetter letter) {
    return title(letter.routingKey());
  }

  /** What a letter is, in a few words. */
  @TemplateExtension
  static String title(OpenedLetter letter) {
    return title(letter.routingKey());
  }

  /** The kind of a letter; null for one that no service sends. */
  @TemplateExtension
  static MessageKind kind(OpenedLetter letter) {
    return of(letter.routingKey()).orElse(null);
  }

  /** What a reason means, in sentences. */
  @TemplateExtension
  static String guide(OpenedLetter letter) {
    String reason = letter.reason();
    if (reason.startsWith("not a ")) {
      return "The content is not what the service takes. Something else writes to the exchange, or"
          + " the services are of different releases. Sent again, it is refused again unless that"
          + " was put right.";
    }
    if (reason.startsWith("handed to ")) {
      return "The broker set it aside, because services got it and went away before they were done."
          + " Look at the service's log, and at whether it was killed for want of memory.";
    }
    if (reason.contains("Exception: ") || reason.contains("Error: ")) {
      return "The service failed at it in a way that trying again at once would not help. Its log"
          + " has more from that time.";
    }
    return "None of Primum's services gives this reason. Something else may have put the message"
        + " there.";
  }

  private static String title(String key) {
    return of(key).map(kind -> kind.title).orElse("Unknown message");
  }

  private static Optional<MessageKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
