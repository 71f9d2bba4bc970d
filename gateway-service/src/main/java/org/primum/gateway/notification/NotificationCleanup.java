package org.primum.gateway.notification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Forgets what was sent long ago. */
@ApplicationScoped
class NotificationCleanup {

  private final Notifications notifications;
  private final NotificationConfiguration configuration;
  private final Clock clock;

  NotificationCleanup(
      Notifications notifications, NotificationConfiguration configuration, Clock clock) {
    this.notifications = notifications;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void run() {
    notifications.forgetBefore(clock.instant().minus(configuration.keptFor()));
  }
}
