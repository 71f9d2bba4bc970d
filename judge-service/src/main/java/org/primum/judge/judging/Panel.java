package org.primum.judge.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.primum.gatewayclient.Cancellations;
import org.primum.modelclient.Sighting;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Vote;

/**
 * Asks every judge of a panel for all of its votes. The judges are asked side by side, each of them
 * for one vote after the other, so that an answer takes one place at each judge.
 */
@ApplicationScoped
class Panel {

  private final Ballot ballot;
  private final Cancellations cancellations;

  Panel(Ballot ballot, Cancellations cancellations) {
    this.ballot = ballot;
    this.cancellations = cancellations;
  }

  /**
   * Asks.
   *
   * @param prompt what is to be judged, fenced
   * @param attempt counts how often the judges were asked about it, from 1
   * @param earlier votes that are there already
   * @param cancelKey what the evaluation is known by if it is cancelled meanwhile
   * @return in the order of the judges
   * @throws InterruptedException when the service stops
   * @throws EvaluationCancelled when the evaluation is cancelled
   */
  List<Opinion> ask(
      JudgingProtocol protocol, String prompt, int attempt, List<Vote> earlier, UUID cancelKey)
      throws InterruptedException {
    if (protocol.judges().size() == 1) {
      return List.of(
          ask(protocol, protocol.judges().getFirst(), prompt, attempt, earlier, cancelKey));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Opinion>> asked =
          protocol.judges().stream()
              .map(
                  judge ->
                      threads.submit(
                          () -> ask(protocol, judge, prompt, attempt, earlier, cancelKey)))
              .toList();
      List<Opinion> opinions = new ArrayList<>();
      for (Future<Opinion> one : asked) {
        opinions.add(one.get());
      }
      return opinions;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException reason
          ? reason
          : new CompletionException(failed.getCause());
    }
  }

  private Opinion ask(
      JudgingProtocol protocol,
      Judge judge,
      String prompt,
      int attempt,
      List<Vote> earlier,
      UUID cancelKey) {
    List<Vote> votes = new ArrayList<>();
    Sighting met = Sighting.NONE;
    for (Question question : protocol.questions()) {
      for (int number = 1; number <= question.votes(); number++) {
        Vote there = find(earlier, judge, question, number);
        if (there != null) {
          votes.add(there);
          continue;
        }
        if (cancellations.contains(cancelKey)) {
          throw new EvaluationCancelled();
        }
        Ballot.Cast cast = ballot.cast(protocol, question, judge, number, prompt, attempt);
        met = met.then(cast.met());
        if (cast.vote() == null) {
          return new Opinion(judge, votes, cast.trouble(), met);
        }
        votes.add(cast.vote());
        if (cast.vote().value() == null) {
          // One vote that cannot be read is enough: the rest would be asked for nothing.
          return new Opinion(judge, votes, null, met);
        }
      }
    }
    return new Opinion(judge, votes, null, met);
  }

  private static Vote find(List<Vote> earlier, Judge judge, Question question, int number) {
    return earlier.stream()
        .filter(
            vote ->
                vote.value() != null
                    && vote.number() == number
                    && judge.name().equals(vote.judge())
                    && vote.on(question.id()))
        .findFirst()
        .orElse(null);
  }
}
