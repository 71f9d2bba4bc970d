package org.primum.judge.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Gateway;
import org.primum.judge.judgement.Judgements;
import org.primum.messaging.InFlight;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.JudgePrompt;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;
import org.primum.protocol.scoring.Measures;

/** Claim, call, record: no transaction and no connection is held while the judges are asked. */
@ApplicationScoped
class Judging {

  private static final Logger LOG = Logger.getLogger(Judging.class);

  private final Judgements judgements;
  private final Gateway gateway;
  private final Ballot ballot;
  private final InFlight inFlight = new InFlight();

  Judging(Judgements judgements, Gateway gateway, Ballot ballot) {
    this.judgements = judgements;
    this.gateway = gateway;
    this.ballot = ballot;
  }

  /**
   * Sees to it that the answer is judged, here or in another replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   */
  void handle(JudgingRequested request, boolean redelivered) {
    inFlight.alone(
        request.taskId(),
        () -> {
          if (judgements.claim(request.taskId(), redelivered)) {
            VerdictReached reached = judge(request);
            judgements.record(request.judging(), reached);
            LOG.debugf("judged task=%s votes=%d", request.taskId(), reached.votes().size());
          }
        });
  }

  private VerdictReached judge(JudgingRequested request) {
    JudgingProtocol protocol = gateway.judgingProtocol(request.judging());
    String identity =
        protocol.verdictIdentity(request.request(), request.document(), request.answer());
    String prompt = JudgePrompt.of(request.request(), request.document(), request.answer());
    List<Vote> votes = new ArrayList<>();
    for (Question question : protocol.questions()) {
      for (JudgingProtocol.Judge judge : protocol.judges()) {
        for (int number = 1; number <= question.votes(); number++) {
          Vote vote = ballot.cast(protocol, question, judge, number, prompt);
          votes.add(vote);
          if (vote.value() == null) {
            // One vote that cannot be read is enough: the rest would be asked for nothing.
            return new VerdictReached(request.taskId(), null, failure(vote), votes, identity);
          }
        }
      }
    }
    Verdict verdict = Measures.of(protocol.measure()).decide(votes, protocol.rule());
    return new VerdictReached(request.taskId(), verdict, null, votes, identity);
  }

  private static Failure failure(Vote unreadable) {
    return new Failure(
        FailureKind.JUDGE_FAILED,
        "Judge %s gave no readable judgement in %d requests: %s"
            .formatted(unreadable.judge(), unreadable.requests(), unreadable.problem()));
  }
}
