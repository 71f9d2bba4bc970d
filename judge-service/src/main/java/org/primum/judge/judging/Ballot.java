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
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.Vote;

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
   * @param number counts this judge's votes on the answer, from 1
   * @param prompt the request and the answer, fenced
   * @return a vote with a value, or with the problem that kept it from being read
   */
  Vote cast(JudgingProtocol protocol, JudgingProtocol.Judge judge, int number, String prompt) {
    ChatRequest request =
        new ChatRequest(
            protocol.instructions(), prompt, protocol.temperature(), 1, protocol.maxTokens());
    String raw = null;
    String problem = null;
    int requests = 0;
    for (int round = 0; round < protocol.maxRequests(); round++) {
      Outcome outcome = ask(judge.endpoint(), request);
      requests += outcome.requests();
      switch (outcome) {
        case Outcome.Replied replied -> {
          raw = replied.text();
          switch (protocol.scale().read(raw)) {
            case Reading.Read read -> {
              return new Vote(
                  judge.name(),
                  number,
                  requests,
                  raw,
                  read.value(),
                  read.reason(),
                  null,
                  clock.instant());
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
    return new Vote(judge.name(), number, requests, raw, null, null, problem, clock.instant());
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
