package org.primum.judge.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.primum.gatewayclient.Gateway;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.modelclient.ReplyShape;
import org.primum.modelclient.Sighting;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.Measures;

/**
 * Asks one judge for one vote: again, a bounded number of times, while its reply cannot be read.
 * Trouble of its endpoint ends the asking at once, and is no vote.
 */
@ApplicationScoped
class Ballot {

  private final Gateway gateway;
  private final ModelClient client;
  private final Clock clock;

  Ballot(Gateway gateway, ModelClient client, Clock clock) {
    this.gateway = gateway;
    this.client = client;
    this.clock = clock;
  }

  /**
   * What asking for a vote came to.
   *
   * @param vote with a value, or with the problem that kept it from being read; null when the
   *     endpoint was in trouble
   * @param trouble what the endpoint's trouble was, for a person; null with a vote
   * @param met what was met at the endpoint
   */
  record Cast(Vote vote, String trouble, Sighting met) {}

  /**
   * Asks for a vote.
   *
   * @param number counts this judge's votes on the question, from 1
   * @param prompt what is to be judged, fenced
   * @param attempt counts how often the judges were asked about this answer, from 1
   */
  Cast cast(
      JudgingProtocol protocol,
      Question question,
      JudgingProtocol.Judge judge,
      int number,
      String prompt,
      int attempt) {
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
    Sighting met = Sighting.NONE;
    for (int round = 0; round < protocol.maxRequests(); round++) {
      Outcome outcome = gateway.ask(client, judge.endpoint(), request, attempt);
      met = met.then(outcome.met());
      switch (outcome) {
        case Outcome.Replied replied -> {
          raw = replied.text();
          switch (format.read(raw)) {
            case Reading.Read read -> {
              return new Cast(
                  new Vote(
                      judge.name(),
                      number,
                      met.requests(),
                      raw,
                      read.value(),
                      read.reason(),
                      null,
                      clock.instant(),
                      question.id(),
                      read.parts()),
                  null,
                  met);
            }
            case Reading.Unreadable unreadable -> problem = unreadable.problem();
          }
        }
        case Outcome.Failed failed -> {
          if (failed.retryable()) {
            return new Cast(null, failed.failure().detail(), met);
          }
          problem = failed.failure().detail();
          // A judge that said nothing may yet say something; one that refuses will not.
          if (failed.failure().kind() != FailureKind.EMPTY_ANSWER) {
            round = protocol.maxRequests();
          }
        }
      }
    }
    return new Cast(
        new Vote(
            judge.name(),
            number,
            met.requests(),
            raw,
            null,
            null,
            problem,
            clock.instant(),
            question.id(),
            null),
        null,
        met);
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
}
