package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.EndpointReport.RateLimit;

/**
 * Work without an end at one endpoint, in a time of its own: whatever the pace allows goes out, the
 * endpoint decides half way, and its report comes back after the latency. Between any two steps the
 * pace is stored and read, as the gateway does.
 */
final class PaceSimulation {

  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  static final UUID ENDPOINT = new UUID(0, 1);

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final List<Sent> sent = new ArrayList<>();
  private final Function<Instant, Reply> endpoint;
  private final int most;
  private Instant now = START;
  private Instant wakesAt;
  private int inFlight;
  private int mostSeen;
  private long order;
  private Pace pace = Pace.fresh();

  PaceSimulation(int most, Function<Instant, Reply> endpoint) {
    this.most = most;
    this.endpoint = endpoint;
  }

  /** Goes on until that long after the start. */
  PaceSimulation until(Duration sinceStart) {
    Instant end = START.plus(sinceStart);
    handOut();
    while (!events.isEmpty() && !events.peek().at().isAfter(end)) {
      Event event = events.poll();
      now = event.at();
      event.happens().run();
      handOut();
    }
    now = end;
    return this;
  }

  private void handOut() {
    int places = pace.places(inFlight, most, now);
    if (places < 0 || inFlight + places > Math.max(most, inFlight)) {
      throw new AssertionError(
          "%d places with %d in flight of %d".formatted(places, inFlight, most));
    }
    if (places > 0) {
      pace = stored(pace.handedOut(places, now));
      inFlight += places;
      mostSeen = Math.max(mostSeen, inFlight);
      for (int one = 0; one < places; one++) {
        send();
      }
    }
    Instant again = pace.looksAgainAt(inFlight, most, now);
    if (again != null && (wakesAt == null || !wakesAt.isAfter(now) || again.isBefore(wakesAt))) {
      wakesAt = again.isAfter(now) ? again : now.plusMillis(1);
      at(wakesAt, () -> {});
    }
    if (inFlight == 0 && again == null) {
      throw new AssertionError("nothing is out and nothing will ever go out: " + pace);
    }
  }

  private void send() {
    Instant begun = now;
    // The endpoint sees it half way; only then is it decided what it says.
    at(
        begun.plusMillis(Reply.HALF_WAY),
        () -> {
          Instant seen = now;
          Reply reply = endpoint.apply(seen);
          at(seen.plus(reply.rest()), () -> back(begun, reply));
        });
  }

  private void back(Instant begun, Reply reply) {
    inFlight--;
    sent.add(new Sent(begun, now, reply.trouble()));
    pace = stored(pace.met(reply.report(), inFlight, most, now));
  }

  private void at(Instant time, Runnable happens) {
    events.add(new Event(time, order++, happens));
  }

  private static Pace stored(Pace pace) {
    return Json.read(Json.write(pace), Pace.class);
  }

  Pace pace() {
    return pace;
  }

  Instant now() {
    return now;
  }

  int inFlight() {
    return inFlight;
  }

  int mostSeen() {
    return mostSeen;
  }

  long answered() {
    return count(one -> one.trouble() == null);
  }

  long troubled() {
    return count(one -> one.trouble() != null);
  }

  /** How many of those sent so long after the start were like that. */
  long count(Duration from, Duration to, Predicate<Sent> like) {
    return count(
        like.and(
            one ->
                !one.begun().isBefore(START.plus(from)) && one.begun().isBefore(START.plus(to))));
  }

  long count(Predicate<Sent> like) {
    return sent.stream().filter(like).count();
  }

  Sent first(Predicate<Sent> like) {
    return sent.stream().filter(like).findFirst().orElseThrow();
  }

  record Sent(Instant begun, Instant back, FailureKind trouble) {}

  private record Event(Instant at, long order, Runnable happens) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  /**
   * What an endpoint says.
   *
   * @param trouble null when it answers
   * @param rest how long the reply takes from when the endpoint has seen the request
   * @param retryAfterMillis or null
   * @param requestLimit or null
   * @param tokenLimit or null
   * @param tokens what an answer took
   */
  record Reply(
      FailureKind trouble,
      Duration rest,
      Long retryAfterMillis,
      RateLimit requestLimit,
      RateLimit tokenLimit,
      int tokens) {

    static final long HALF_WAY = 100;

    static Reply answer() {
      return new Reply(null, Duration.ofMillis(HALF_WAY), null, null, null, 500);
    }

    static Reply trouble(FailureKind kind) {
      return new Reply(kind, Duration.ofMillis(HALF_WAY), null, null, null, 0);
    }

    Reply after(Duration wait) {
      return new Reply(trouble, rest, wait.toMillis(), requestLimit, tokenLimit, tokens);
    }

    Reply taking(Duration time) {
      return new Reply(trouble, time, retryAfterMillis, requestLimit, tokenLimit, tokens);
    }

    Reply using(int used) {
      return new Reply(trouble, rest, retryAfterMillis, requestLimit, tokenLimit, used);
    }

    Reply telling(RateLimit ofRequests, RateLimit ofTokens) {
      return new Reply(trouble, rest, retryAfterMillis, ofRequests, ofTokens, tokens);
    }

    EndpointReport report() {
      boolean answered = trouble == null;
      return new EndpointReport(
          ENDPOINT,
          1,
          answered ? 1 : 0,
          answered ? tokens / 2 : null,
          answered ? tokens - tokens / 2 : null,
          trouble,
          retryAfterMillis,
          requestLimit,
          tokenLimit);
    }
  }
}
