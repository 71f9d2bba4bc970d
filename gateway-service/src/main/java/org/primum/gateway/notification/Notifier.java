package org.primum.gateway.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Sends notifications: claims what is due, sends it with no transaction and no connection held, and
 * records what came of it. Whoever dies in between leaves a claim that lapses, and another sends it
 * again by the same id. Several replicas share the work.
 */
@ApplicationScoped
class Notifier {

  private static final Logger LOG = Logger.getLogger(Notifier.class);

  /** So many are under way at once in one replica. */
  private static final int PLACES = 8;

  /** Due pauses, lapsed claims, and what other replicas left are found by the next look. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Notifications notifications;
  private final EmailSender emails;
  private final WebhookSender webhooks;
  private final NotificationConfiguration configuration;
  private final Backoff backoff;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();
  private final Semaphore places = new Semaphore(PLACES);
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private Thread thread;

  Notifier(
      Notifications notifications,
      EmailSender emails,
      WebhookSender webhooks,
      NotificationConfiguration configuration,
      Clock clock) {
    this.notifications = notifications;
    this.emails = emails;
    this.webhooks = webhooks;
    this.configuration = configuration;
    this.backoff = new Backoff(configuration.firstPause(), configuration.longestPause());
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("notifier").start(this::run);
  }

  /** What is not through by then is sent again by whoever is next. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudges.release();
    thread.join(GRACE);
    if (!places.tryAcquire(PLACES, GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("notifications are under way and will be sent again");
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notifications.Added any) {
    nudges.release();
  }

  private void run() {
    while (!stopping) {
      try {
        sendWhatIsDue();
        if (nudges.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException failed) {
        LOG.warnf("notifications wait reason=\"%s\"", failed.getMessage());
        LOG.debug("notifications failed", failed);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException interrupted) {
      stopping = true;
    }
  }

  private void sendWhatIsDue() {
    int free = places.availablePermits();
    if (free == 0) {
      return;
    }
    List<Sending> claimed =
        QuarkusTransaction.requiringNew()
            .call(() -> notifications.claim(free, configuration.lease()));
    for (Sending sending : claimed) {
      // Only this loop takes places, so there are as many as there were.
      places.acquireUninterruptibly();
      Thread.ofVirtual().name("notification").start(() -> attempt(sending));
    }
  }

  private void attempt(Sending sending) {
    try {
      Outcome outcome =
          switch (sending.channel()) {
            case EMAIL -> emails.send(sending);
            case WEBHOOK -> webhooks.send(sending);
          };
      QuarkusTransaction.requiringNew().run(() -> record(sending, outcome));
    } catch (RuntimeException failed) {
      // Nothing is recorded, so it is sent again when the claim has lapsed.
      LOG.warnf("notification waits id=%s reason=\"%s\"", sending.id(), failed.getMessage());
      LOG.debug("notification failed", failed);
    } finally {
      places.release();
      nudges.release();
    }
  }

  private void record(Sending sending, Outcome outcome) {
    switch (outcome) {
      case Outcome.Delivered any -> notifications.delivered(sending);
      case Outcome.Refused refused -> {
        if (giveUp(sending, refused.reason()) && refused.wantsNoMore()) {
          switchOff(sending, null, refused.reason());
        }
      }
      case Outcome.Failed failed -> tryAgain(sending, failed.reason());
    }
  }

  private void tryAgain(Sending sending, String reason) {
    Instant next = clock.instant().plus(backoff.after(sending.attempt(), random));
    if (next.isBefore(sending.triedSince().plus(configuration.patience()))) {
      notifications.failed(sending, reason, next);
      return;
    }
    if (giveUp(sending, reason)) {
      // Unless something else got through meanwhile, nobody is there.
      switchOff(
          sending,
          sending.triedSince().plus(configuration.patience().dividedBy(2)),
          "Switched off, because nothing got through for long.");
    }
  }

  /** Says whether it was for this attempt to do so: a later one may be under way. */
  private boolean giveUp(Sending sending, String reason) {
    boolean givenUp = notifications.givenUp(sending, reason);
    if (givenUp) {
      LOG.infof(
          "notification is given up id=%s channel=%s attempts=%d",
          sending.id(), sending.channel().label(), sending.attempt());
    }
    return givenUp;
  }

  private void switchOff(Sending sending, Instant failingSince, String reason) {
    if (notifications.switchOff(sending.recipientId(), failingSince, reason)) {
      LOG.infof(
          "notifications are switched off recipient=%s channel=%s",
          sending.recipientId(), sending.channel().label());
    }
  }
}
