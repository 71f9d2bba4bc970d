package org.primum.judge.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.primum.gatewayclient.Gateway;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.modelclient.ReplyShape;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.Measures;

/**
 * Asks one judge for one vote: again, a bounded number of times, while its reply cannot be read.
 * Never more requests at once to a judge than it may take.
 */
@ApplicationScoped
class Ballot {

  private final Gateway gateway;
  private final ModelClient client;
  private final Clock clock;
  private final ConcurrentHashMap<UUID, Semaphore> places = new ConcurrentHashMap<>();

  Ballot(Gateway gateway, ModelClient client, Clock clock) {
    this.gateway = gateway;
    this.client = client;
    this.clock = clock;
  }

  /**
   * Asks for a vote.
   *
   * @param number counts this judge's votes on the question, from 1
   * @param prompt what is to be judged, fenced
   * @return a vote with a value, or with the problem that kept it from being read
   */
  Vote cast(
      JudgingProtocol protocol,
      Question question,
      JudgingProtocol.Judge judge,
      int number,
      String prompt) {
    ReplyFormat format = Measures.of(protocol.measure()).replies(question.id());
    ChatRequest request =
        new ChatRequest(
            question.instructions(),
            prompt,
            question.temperature(),
            JudgingProtocol.TOP_P,
            question.maxTokens(),
            shape(judge, format));
    String raw = null;
    String problem = null;
    int requests = 0;
    for (int round = 0; round < protocol.maxRequests(); round++) {
      Outcome outcome = ask(judge.endpoint(), request);
      requests += outcome.requests();
      switch (outcome) {
        case Outcome.Replied replied -> {
          raw = replied.text();
          switch (format.read(raw)) {
            case Reading.Read read -> {
              return new Vote(
                  judge.name(),
                  number,
                  requests,
                  raw,
                  read.value(),
                  read.reason(),
                  null,
                  clock.instant(),
                  question.id(),
                  read.parts());
            }
            case Reading.Unreadable unreadable -> problem = unreadable.problem();
          }
        }
        case Outcome.Failed failed -> {
          problem = failed.failure().detail();
          if (lasting(failed)) {
            round = protocol.maxRequests();
          }
        }
      }
    }
    return new Vote(
        judge.name(),
        number,
        requests,
        raw,
        null,
        null,
        problem,
        clock.instant(),
        question.id(),
        null);
  }

  /** What the provider is to hold the judge to, beside the instructions. */
  private static ReplyShape shape(JudgingProtocol.Judge judge, ReplyFormat format) {
    return format.schema() == null
        ? ReplyShape.TEXT
        : switch (judge.replies()) {
          case TEXT -> ReplyShape.TEXT;
          case JSON_OBJECT -> ReplyShape.JSON_OBJECT;
          case JSON_SCHEMA -> ReplyShape.schema(format.schema());
        };
  }

  /** A judge that said nothing may yet say something; one whose endpoint refuses will not. */
  private static boolean lasting(Outcome.Failed failed) {
    return !failed.retryable() && failed.failure().kind() != FailureKind.EMPTY_ANSWER;
  }

  private Outcome ask(Endpoint endpoint, ChatRequest request) {
    Semaphore free =
        places.computeIfAbsent(endpoint.id(), id -> new Semaphore(endpoint.maxConcurrency()));
    free.acquireUninterruptibly();
    try {
      return gateway.ask(client, endpoint, request);
    } finally {
      free.release();
    }
  }
}
