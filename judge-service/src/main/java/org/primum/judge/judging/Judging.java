package org.primum.judge.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Gateway;
import org.primum.messaging.Batches;
import org.primum.messaging.InFlight;
import org.primum.messaging.TaskLedger;
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
class Judging {

  private static final Logger LOG = Logger.getLogger(Judging.class);

  private final TaskLedger judgements;
  private final Gateway gateway;
  private final Panel panel;
  private final InFlight inFlight = new InFlight();

  Judging(TaskLedger judgements, Gateway gateway, Panel panel) {
    this.judgements = judgements;
    this.gateway = gateway;
    this.panel = panel;
  }

  /**
   * Sees to it that the answer, and each that comes after it, is judged, here or in another
   * replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @throws InterruptedException when the service stops before it is
   */
  void handle(JudgingRequested request, boolean redelivered) throws InterruptedException {
    List<JudgingRequested> sequence = request.inOrder();
    inFlight.alone(
        sequence.stream().map(JudgingRequested::taskId).toList(),
        () -> judge(sequence, judgements.claim(wanted(sequence, redelivered))));
  }

  private static List<TaskLedger.Wanted> wanted(
      List<JudgingRequested> sequence, boolean redelivered) {
    return sequence.stream()
        .map(request -> new TaskLedger.Wanted(request.taskId(), attempt(request), redelivered))
        .toList();
  }

  private static int attempt(JudgingRequested request) {
    return request.attempt() == null ? 1 : request.attempt();
  }

  private void judge(List<JudgingRequested> sequence, List<TaskLedger.Claim> claims)
      throws InterruptedException {
    List<CompletableFuture<Void>> recorded = new ArrayList<>();
    try {
      Failure trouble = null;
      for (int index = 0; index < sequence.size(); index++) {
        JudgingRequested request = sequence.get(index);
        if (!claims.get(index).taken()) {
          continue;
        }
        boolean soon = index == sequence.size() - 1 && request.hurries();
        List<Vote> earlier = votesOf(claims.get(index));
        if (trouble != null) {
          recorded.add(record(unjudged(request, trouble, earlier), soon));
          continue;
        }
        try {
          VerdictReached reached = judge(request, earlier);
          recorded.add(record(reached, soon));
          trouble = reached.mayPass() ? reached.failure() : null;
        } catch (EvaluationCancelled cancelled) {
          LOG.debugf("not judged task=%s: %s", request.taskId(), cancelled.getMessage());
        }
      }
    } finally {
      // The next one is not held up by the database, but nothing counts as handled before it is.
      for (CompletableFuture<Void> one : recorded) {
        Batches.await(one);
      }
    }
  }

  private CompletableFuture<Void> record(VerdictReached reached, boolean soon) {
    LOG.debugf("judged task=%s votes=%d", reached.taskId(), reached.votes().size());
    return judgements.record(
        reached.taskId(), reached.attempt(), reached.mayPass(), Json.write(reached), soon);
  }

  private static VerdictReached unjudged(
      JudgingRequested request, Failure trouble, List<Vote> earlier) {
    return new VerdictReached(
        request.taskId(), null, trouble, earlier, null, attempt(request), true, List.of());
  }

  private static List<Vote> votesOf(TaskLedger.Claim claim) {
    return claim.earlier() == null
        ? List.of()
        : Json.read(claim.earlier(), VerdictReached.class).votes();
  }

  private VerdictReached judge(JudgingRequested request, List<Vote> earlier)
      throws InterruptedException {
    JudgingProtocol protocol = gateway.judgingProtocol(request.judging());
    String prompt = JudgePrompt.of(request.request(), request.document(), request.answer());
    List<Opinion> opinions = panel.ask(protocol, prompt, earlier, request.cancelKey());
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
        attempt(request),
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
