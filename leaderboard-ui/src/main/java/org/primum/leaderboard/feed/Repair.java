package org.primum.leaderboard.feed;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.protocol.message.EvaluationChanged;

/**
 * Fetches from the gateway what its messages did not bring: after a start all of it, later what is
 * new, and always what the read model holds as unfinished, however old. So an emptied broker or an
 * emptied read model is made good again.
 */
@ApplicationScoped
class Repair {

  private static final Logger LOG = Logger.getLogger(Repair.class);

  private static final int ALL = 500;
  private static final int NEWEST = 30;

  private final GatewayFeed gateway;
  private final Evaluations evaluations;
  private final ItemRecords items;
  private final BenchmarkVersions versions;
  private final RepairConfiguration configuration;
  private final Clock clock;
  private boolean caughtUp;

  Repair(
      GatewayFeed gateway,
      Evaluations evaluations,
      ItemRecords items,
      BenchmarkVersions versions,
      RepairConfiguration configuration,
      Clock clock) {
    this.gateway = gateway;
    this.evaluations = evaluations;
    this.items = items;
    this.versions = versions;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Scheduled(
      every = "${primum.repair.every}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    Set<UUID> listed = new HashSet<>();
    try {
      gateway.benchmarks().forEach(versions::take);
      for (EvaluationChanged evaluation : gateway.evaluations(caughtUp ? NEWEST : ALL)) {
        evaluations.take(evaluation);
        listed.add(evaluation.id());
      }
      caughtUp = true;
    } catch (IOException | RuntimeException failed) {
      LOG.warnf("repair waits reason=\"%s\"", failed.getMessage());
      return;
    }
    evaluations.unfinished().stream()
        .filter(id -> !listed.contains(id))
        .forEach(this::fetchEvaluation);
    evaluations
        .lackingItems(clock.instant().minus(configuration.patience()))
        .forEach(this::fetchItems);
  }

  /** One evaluation that cannot be repaired keeps no other from it. */
  private void fetchEvaluation(UUID evaluation) {
    try {
      evaluations.take(gateway.evaluation(evaluation));
    } catch (IOException | RuntimeException failed) {
      LOG.warnf(
          "evaluation cannot be fetched evaluation=%s reason=\"%s\"",
          evaluation, failed.getMessage());
    }
  }

  /** Here, too, one keeps no other from it. */
  private void fetchItems(UUID evaluation) {
    LOG.infof("items are fetched evaluation=%s", evaluation);
    try {
      gateway.items(evaluation, items::take);
    } catch (IOException | RuntimeException failed) {
      LOG.warnf(
          "items are not there yet evaluation=%s reason=\"%s\"", evaluation, failed.getMessage());
    }
  }
}
