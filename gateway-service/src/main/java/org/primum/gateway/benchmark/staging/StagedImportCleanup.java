package org.primum.gateway.benchmark.staging;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Forgets imports that nobody took in time. */
@ApplicationScoped
class StagedImportCleanup {

  private static final Logger LOG = Logger.getLogger(StagedImportCleanup.class);

  private final StagedImports staged;

  StagedImportCleanup(StagedImports staged) {
    this.staged = staged;
  }

  @Scheduled(every = "5m", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void run() {
    long removed = staged.removeExpired();
    if (removed > 0) {
      LOG.infof("staged imports expired count=%d", removed);
    }
  }
}
