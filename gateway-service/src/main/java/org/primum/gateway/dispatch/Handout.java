package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.primum.gateway.cost.Budgets;
import org.primum.gateway.dispatch.FairShare.Claimant;
import org.primum.gateway.dispatch.Paces.Paced;
import org.primum.gateway.dispatch.PromptHandout.Taken;
import org.primum.gateway.evaluation.Progress;
import org.primum.messaging.Outbox;
import org.primum.messaging.Outgoing;

/**
 * One look over everything that is under way: hands out prompts to the models and answers to the
 * judges, within what each endpoint may take, fairly. One replica of the gateway looks at a time.
 */
@ApplicationScoped
class Handout {

  /** Names the lock that lets one replica hand out at a time. */
  private static final long LOCK = 0x7072696d756dL;

  /**
   * What a look came to.
   *
   * @param more whether looking again at once may hand out more
   * @param lookAgainAt when time alone allows more; null when it does not
   */
  record Result(boolean more, Instant lookAgainAt) {}

  private final Session database;
  private final Survey survey;
  private final Paces paces;
  private final Panels panels;
  private final PromptHandout prompts;
  private final JudgingHandout judgings;
  private final Budgets budgets;
  private final Progress progress;
  private final Outbox outbox;
  private final DispatchConfiguration configuration;
  private final Clock clock;

  Handout(
      Session database,
      Survey survey,
      Paces paces,
      Panels panels,
      PromptHandout prompts,
      JudgingHandout judgings,
      Budgets budgets,
      Progress progress,
      Outbox outbox,
      DispatchConfiguration configuration,
      Clock clock) {
    this.database = database;
    this.survey = survey;
    this.paces = paces;
    this.panels = panels;
    this.prompts = prompts;
    this.judgings = judgings;
    this.budgets = budgets;
    this.progress = progress;
    this.outbox = outbox;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Waits until no other replica looks, until the end of the caller's transaction. */
  void alone() {
    database
        .createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
        .setParameter(1, LOCK)
        .getSingleResult();
  }

  /** The same where nobody looks now; false, and nothing is done, where somebody does. */
  boolean aloneAtOnce() {
    return database
        .createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
        .setParameter(1, LOCK)
        .getSingleResult();
  }

  /** Looks once, within the caller's transaction, in which nobody else looks. */
  Result look() {
    Instant now = clock.instant();
    List<ActiveEvaluation> evaluations = survey.evaluations(now);
    if (evaluations.isEmpty()) {
      return new Result(false, null);
    }
    List<JudgingLoad> loads =
        evaluations.stream().anyMatch(one -> one.answered() + one.judging() > 0)
            ? survey.judging(now)
            : List.of();
    Set<UUID> endpoints = new HashSet<>();
    evaluations.stream().filter(one -> one.due() > 0).forEach(one -> endpoints.add(one.modelId()));
    loads.stream()
        .filter(load -> load.due() > 0)
        .forEach(load -> endpoints.addAll(panels.endpoints(load.judging())));
    if (endpoints.isEmpty()) {
      return new Result(false, null);
    }
    return handOut(evaluations, loads, new Round(paces.locked(endpoints), now));
  }

  /** Free places of one look, and what is handed out against them. */
  private final class Round {

    private final Map<UUID, Paced> paced;
    private final Instant now;
    private final Map<UUID, Long> inFlight = new HashMap<>();
    private final Map<UUID, Integer> free = new HashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Map<UUID, Integer> requests = new HashMap<>();

    Round(Map<UUID, Paced> paced, Instant now) {
      this.paced = paced;
      this.now = now;
    }

    void busy(UUID endpoint, long places) {
      inFlight.merge(endpoint, places, Long::sum);
    }

    void count() {
      paced.forEach(
          (endpoint, one) ->
              free.put(endpoint, one.pace().places(busyAt(endpoint), one.most(), now)));
    }

    int busyAt(UUID endpoint) {
      return Math.toIntExact(inFlight.getOrDefault(endpoint, 0L));
    }

    /** Whether what goes to one of these is to show that it answers again. */
    boolean probes(List<UUID> endpoints) {
      return endpoints.stream().anyMatch(endpoint -> paced.get(endpoint).pace().probed());
    }

    /** How many items may share one place at all of these endpoints. */
    int sequence(List<UUID> endpoints, long due) {
      return endpoints.stream()
          .map(paced::get)
          .mapToInt(one -> one.pace().sequence(due, one.most(), now))
          .min()
          .orElse(1);
    }

    void handedOut(UUID endpoint, int atPlaces, int items) {
      places.merge(endpoint, atPlaces, Integer::sum);
      requests.merge(endpoint, items, Integer::sum);
    }

    Map<UUID, Pace> changed() {
      Map<UUID, Pace> changed = new HashMap<>();
      requests.forEach(
          (endpoint, count) ->
              changed.put(endpoint, paced.get(endpoint).pace().handedOut(count, now)));
      return changed;
    }

    Instant lookAgainAt() {
      return paced.entrySet().stream()
          .map(
              one ->
                  one.getValue()
                      .pace()
                      .looksAgainAt(
                          busyAt(one.getKey()) + places.getOrDefault(one.getKey(), 0),
                          one.getValue().most(),
                          now))
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .orElse(null);
    }
  }

  private Result handOut(List<ActiveEvaluation> evaluations, List<JudgingLoad> loads, Round round) {
    evaluations.forEach(one -> round.busy(one.modelId(), one.places()));
    loads.forEach(
        load ->
            panels.endpoints(load.judging()).forEach(judge -> round.busy(judge, load.places())));
    round.count();
    Map<ActiveEvaluation, Share> promptShares = promptShares(evaluations, round);
    Map<JudgingLoad, Share> judgingShares = judgingShares(evaluations, loads, round);
    Instant leaseUntil = round.now.plus(configuration.lease());
    List<Outgoing> messages = new ArrayList<>();
    boolean answered = false;
    if (!promptShares.isEmpty()) {
      Map<UUID, Taken> taken = prompts.take(promptShares, leaseUntil, round.now);
      for (ActiveEvaluation one : promptShares.keySet()) {
        Taken some = taken.getOrDefault(one.id(), new Taken(List.of(), 0, 0));
        messages.addAll(some.messages());
        answered |= some.answered() > 0;
        round.handedOut(one.modelId(), some.messages().size(), some.items());
        progress.touch(one.id());
      }
    }
    if (!judgingShares.isEmpty()) {
      messages.addAll(judgings.take(judgingShares, cancelKeys(evaluations), leaseUntil, round.now));
      judgingShares.forEach(
          (load, share) -> {
            panels
                .endpoints(load.judging())
                .forEach(judge -> round.handedOut(judge, share.places(), share.items()));
            progress.touch(load.evaluationId());
          });
    }
    outbox.addAll(messages);
    paces.save(round.changed());
    return new Result(answered, round.lookAgainAt());
  }

  /** What of each evaluation is asked; nothing of one whose answers pile up before the judges. */
  private Map<ActiveEvaluation, Share> promptShares(
      List<ActiveEvaluation> evaluations, Round round) {
    Map<UUID, Long> backlogs =
        evaluations.stream()
            .collect(
                Collectors.groupingBy(
                    ActiveEvaluation::modelId,
                    Collectors.summingLong(one -> one.answered() + one.judging())));
    Map<ActiveEvaluation, Long> most = new HashMap<>();
    List<Claimant<ActiveEvaluation>> askers = new ArrayList<>();
    for (ActiveEvaluation one : evaluations) {
      long room = configuration.judgingBacklog() - backlogs.get(one.modelId());
      if (one.due() > 0 && room > 0 && prompts.setup(one.id()).isPresent()) {
        most.put(one, Math.min(room, affordable(one)));
        long wanted = Math.min(most.get(one), round.free.getOrDefault(one.modelId(), 0));
        askers.add(new Claimant<>(one, one.owner(), List.of(one.modelId()), one.places(), wanted));
      }
    }
    Map<ActiveEvaluation, Share> shares = new LinkedHashMap<>();
    FairShare.divide(askers, round.free)
        .forEach(
            (one, places) -> {
              // An item that was answered earlier needs no place, so each has one of its own.
              int each =
                  one.reusesAnswers() ? 1 : round.sequence(List.of(one.modelId()), one.due());
              shares.put(
                  one,
                  new Share(
                      places,
                      (int) Math.min(most.get(one), places * each),
                      true,
                      round.probes(List.of(one.modelId()))));
            });
    return shares;
  }

  /** What was asked is judged, so both count as started. */
  private long affordable(ActiveEvaluation one) {
    return one.limited()
        ? budgets.affordable(one.id(), one.asking() + one.answered() + one.judging())
        : Long.MAX_VALUE;
  }

  private Map<JudgingLoad, Share> judgingShares(
      List<ActiveEvaluation> evaluations, List<JudgingLoad> loads, Round round) {
    Map<UUID, List<JudgingLoad>> byEvaluation =
        loads.stream().collect(Collectors.groupingBy(JudgingLoad::evaluationId));
    List<Claimant<JudgingLoad>> claimants = new ArrayList<>();
    for (ActiveEvaluation one : evaluations) {
      byEvaluation.getOrDefault(one.id(), List.of()).stream()
          .filter(load -> load.due() > 0)
          .forEach(
              load ->
                  claimants.add(
                      new Claimant<>(
                          load,
                          one.owner(),
                          panels.endpoints(load.judging()),
                          load.places(),
                          load.due())));
    }
    Map<JudgingLoad, Integer> divided = FairShare.divide(claimants, round.free);
    Map<UUID, Integer> left = new HashMap<>(round.free);
    divided.forEach(
        (load, places) ->
            panels
                .endpoints(load.judging())
                .forEach(judge -> left.merge(judge, -places, Integer::sum)));
    Map<JudgingLoad, Share> shares = new LinkedHashMap<>();
    divided.forEach(
        (load, places) -> {
          List<UUID> judges = panels.endpoints(load.judging());
          int each = round.sequence(judges, load.due());
          boolean scarce = judges.stream().anyMatch(judge -> left.get(judge) == 0);
          shares.put(
              load,
              new Share(
                  places, (int) Math.min(load.due(), places * each), scarce, round.probes(judges)));
        });
    return shares;
  }

  private static Map<UUID, UUID> cancelKeys(List<ActiveEvaluation> evaluations) {
    Map<UUID, UUID> keys = new LinkedHashMap<>();
    evaluations.forEach(one -> keys.put(one.id(), one.cancelKey()));
    return keys;
  }
}
