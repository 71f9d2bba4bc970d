package org.primum.judge.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Gateway;
import org.primum.messaging.TaskLedger;
import org.primum.messaging.TaskSequence;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgePrompt;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;
import org.primum.protocol.scoring.Measures;

/**
 * Claim, call, record: no transaction and no connection is held while the judges are asked. When an
 * endpoint is in trouble the votes that are there are kept, and the gateway decides when the answer
 * is handed out again; what comes after it in the same sequence is given back unjudged.
 */
@ApplicationScoped
class Judging implements TaskSequence.Work<Judging.Handed> {

  private static final Logger LOG = Logger.getLogger(Judging.class);

  private final TaskSequence<Handed> sequences;
  private final Gateway gateway;
  private final Panel panel;

  Judging(TaskLedger judgements, Gateway gateway, Panel panel) {
    this.sequences = new TaskSequence<>(judgements, this);
    this.gateway = gateway;
    this.panel = panel;
  }

  /**
   * An answer as it was handed out.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   */
  record Handed(JudgingRequested request, boolean redelivered) {

    private int attempt() {
      return request.attempt() == null ? 1 : request.attempt();
    }
  }

  /**
   * Sees to it that the answer, and each that comes after it, is judged, here or in another
   * replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @throws InterruptedException when the service stops before it is
   */
  void handle(JudgingRequested request, boolean redelivered) throws InterruptedException {
    sequences.work(request.inOrder().stream().map(one -> new Handed(one, redelivered)).toList());
  }

  @Override
  public TaskLedger.Wanted wanted(Handed handed) {
    return new TaskLedger.Wanted(handed.request.taskId(), handed.attempt(), handed.redelivered);
  }

  @Override
  public Optional<TaskSequence.Done> take(Handed handed, TaskLedger.Claim claim)
      throws InterruptedException {
    UUID task = handed.request.taskId();
    try {
      VerdictReached reached = judge(handed.request, handed.attempt(), votesOf(claim));
      LOG.debugf("judged task=%s votes=%d", task, reached.votes().size());
      return Optional.of(
          new TaskSequence.Done(
              reached.mayPass(),
              Json.write(reached),
              reached.mayPass() ? reached.failure() : null));
    } catch (EvaluationCancelled cancelled) {
      LOG.debugf("not judged task=%s: %s", task, cancelled.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public String leave(Handed handed, TaskLedger.Claim claim, Failure why) {
    return Json.write(
        new VerdictReached(
            handed.request.taskId(),
            null,
            why,
            votesOf(claim),
            null,
            handed.attempt(),
            true,
            List.of()));
  }

  @Override
  public boolean hurries(Handed last) {
    return last.request.hurries();
  }

  private static List<Vote> votesOf(TaskLedger.Claim claim) {
    return claim.earlier() == null
        ? List.of()
        : Json.read(claim.earlier(), VerdictReached.class).votes();
  }

  private VerdictReached judge(JudgingRequested request, int attempt, List<Vote> earlier)
      throws InterruptedException {
    JudgingProtocol protocol = gateway.judgingProtocol(request.judging());
    String prompt = JudgePrompt.of(request.request(), request.document(), request.answer());
    List<Opinion> opinions = panel.ask(protocol, prompt, attempt, earlier, request.cancelKey());
    List<Vote> votes = inOrder(protocol, opinions);
    Optional<Failure> failure =
        opinions.stream()
            .map(Opinion::unreadable)
            .filter(vote -> vote != null)
            .map(Judging::failure)
            .findFirst();
    Optional<Failure> trouble =
        failure.isPresent()
            ? Optional.empty()
            : opinions.stream()
                .filter(opinion -> opinion.trouble() != null)
                .map(Judging::failure)
                .findFirst();
    return new VerdictReached(
        request.taskId(),
        failure.isPresent() || trouble.isPresent()
            ? null
            : Measures.of(protocol.measure()).decide(votes, protocol.rule()),
        failure.or(() -> trouble).orElse(null),
        votes,
        protocol.verdictIdentity(request.request(), request.document(), request.answer()),
        attempt,
        trouble.isPresent(),
        reports(opinions));
  }

  /** Question by question, judge by judge. */
  private static List<Vote> inOrder(JudgingProtocol protocol, List<Opinion> opinions) {
    return protocol.questions().stream()
        .flatMap(
            question ->
                opinions.stream()
                    .flatMap(opinion -> opinion.votes().stream())
                    .filter(vote -> vote.on(question.id())))
        .toList();
  }

  private static List<EndpointReport> reports(List<Opinion> opinions) {
    return opinions.stream()
        .filter(opinion -> opinion.met().requests() > 0)
        .map(opinion -> opinion.met().report(opinion.judge().endpoint().id()))
        .toList();
  }

  private static Failure failure(Vote unreadable) {
    return new Failure(
        FailureKind.JUDGE_FAILED,
        "Judge %s gave no readable judgement in %d requests: %s"
            .formatted(unreadable.judge(), unreadable.requests(), unreadable.problem()));
  }

  private static Failure failure(Opinion troubled) {
    return new Failure(
        FailureKind.JUDGE_FAILED,
        "Judge %s could not be asked: %s".formatted(troubled.judge().name(), troubled.trouble()));
  }
}
