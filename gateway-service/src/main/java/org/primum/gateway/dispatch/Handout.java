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

  /** Looks once, within the caller's transaction. */
  Result look() {
    database
        .createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
        .setParameter(1, LOCK)
        .getSingleResult();
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
    evaluations.stream().filter(ActiveEvaluation::due).forEach(one -> endpoints.add(one.modelId()));
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
    private final Map<UUID, Integer> handedOut = new HashMap<>();

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

    void handedOut(UUID endpoint, int count) {
      handedOut.merge(endpoint, count, Integer::sum);
    }

    Map<UUID, Pace> changed() {
      Map<UUID, Pace> changed = new HashMap<>();
      handedOut.forEach(
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
                          busyAt(one.getKey()) + handedOut.getOrDefault(one.getKey(), 0),
                          one.getValue().most(),
                          now))
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .orElse(null);
    }
  }

  private Result handOut(List<ActiveEvaluation> evaluations, List<JudgingLoad> loads, Round round) {
    evaluations.forEach(one -> round.busy(one.modelId(), one.asking()));
    loads.forEach(
        load ->
            panels.endpoints(load.judging()).forEach(judge -> round.busy(judge, load.inFlight())));
    round.count();
    Map<ActiveEvaluation, Integer> promptShares =
        FairShare.divide(askers(evaluations, round), round.free);
    Map<JudgingLoad, Integer> judgingShares =
        FairShare.divide(judgingClaimants(evaluations, loads), round.free);
    Instant leaseUntil = round.now.plus(configuration.lease());
    List<Outgoing> messages = new ArrayList<>();
    boolean fewer = false;
    if (!promptShares.isEmpty()) {
      Map<UUID, List<Outgoing>> taken = prompts.take(promptShares, leaseUntil, round.now);
      for (Map.Entry<ActiveEvaluation, Integer> share : promptShares.entrySet()) {
        List<Outgoing> some = taken.getOrDefault(share.getKey().id(), List.of());
        messages.addAll(some);
        fewer |= some.size() < share.getValue();
        round.handedOut(share.getKey().modelId(), some.size());
        progress.touch(share.getKey().id());
      }
    }
    if (!judgingShares.isEmpty()) {
      messages.addAll(judgings.take(judgingShares, cancelKeys(evaluations), leaseUntil, round.now));
      judgingShares.forEach(
          (load, count) -> {
            panels.endpoints(load.judging()).forEach(judge -> round.handedOut(judge, count));
            progress.touch(load.evaluationId());
          });
    }
    outbox.addAll(messages);
    paces.save(round.changed());
    return new Result(fewer && !messages.isEmpty(), round.lookAgainAt());
  }

  /** Who has prompts to ask; not one whose answers pile up before the judges. */
  private List<Claimant<ActiveEvaluation>> askers(List<ActiveEvaluation> evaluations, Round round) {
    Map<UUID, Long> backlogs =
        evaluations.stream()
            .collect(
                Collectors.groupingBy(
                    ActiveEvaluation::modelId,
                    Collectors.summingLong(one -> one.answered() + one.judging())));
    List<Claimant<ActiveEvaluation>> askers = new ArrayList<>();
    for (ActiveEvaluation one : evaluations) {
      long room = configuration.judgingBacklog() - backlogs.get(one.modelId());
      if (one.due() && room > 0 && prompts.setup(one.id()).isPresent()) {
        long wanted =
            Math.min(Math.min(room, round.free.getOrDefault(one.modelId(), 0)), affordable(one));
        askers.add(new Claimant<>(one, one.owner(), List.of(one.modelId()), one.asking(), wanted));
      }
    }
    return askers;
  }

  /** What was asked is judged, so both count as started. */
  private long affordable(ActiveEvaluation one) {
    return one.limited()
        ? budgets.affordable(one.id(), one.asking() + one.answered() + one.judging())
        : Long.MAX_VALUE;
  }

  private List<Claimant<JudgingLoad>> judgingClaimants(
      List<ActiveEvaluation> evaluations, List<JudgingLoad> loads) {
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
                          load.inFlight(),
                          load.due())));
    }
    return claimants;
  }

  private static Map<UUID, UUID> cancelKeys(List<ActiveEvaluation> evaluations) {
    Map<UUID, UUID> keys = new LinkedHashMap<>();
    evaluations.forEach(one -> keys.put(one.id(), one.cancelKey()));
    return keys;
  }
}
