package org.primum.gateway.model;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes away drafts that nobody finishes, so that no key is kept for nothing. */
@ApplicationScoped
class DraftCleanup {

  private static final Logger LOG = Logger.getLogger(DraftCleanup.class);

  private final Drafts drafts;

  DraftCleanup(Drafts drafts) {
    this.drafts = drafts;
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    int removed = drafts.deleteForgotten();
    if (removed > 0) {
      LOG.infof("drafts expired count=%d", removed);
    }
  }
}
