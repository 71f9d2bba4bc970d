package org.primum.leaderboard.evaluation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.primum.protocol.message.EvaluationChanged;

/**
 * Tells open pages how far their evaluations are. One thread looks at the read model for all of
 * them, with one query, while there are any; so it does not matter which replica took a message.
 */
@ApplicationScoped
class ProgressEvents {

  private static final Logger LOG = Logger.getLogger(ProgressEvents.class);

  /** Pages that may be open at a time; others ask now and then instead. */
  static final int MOST = 200;

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Proxies close connections that are silent for about a minute. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  /** After that a browser connects anew, with the session it has then. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Evaluations evaluations;
  private final Clock clock;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Semaphore arrivals = new Semaphore(0);
  private volatile boolean stopping;
  private Thread thread;

  ProgressEvents(Evaluations evaluations, Clock clock) {
    this.evaluations = evaluations;
    this.clock = clock;
  }

  /** An open page. Times are of a monotonic clock. */
  private static final class Listener {
    private final UUID evaluation;
    private final boolean owned;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> browser;
    private final long since = System.nanoTime();
    private long told = -1;
    private long lastSent = since;

    Listener(
        UUID evaluation, boolean owned, Sse sse, MultiEmitter<? super OutboundSseEvent> browser) {
      this.evaluation = evaluation;
      this.owned = owned;
      this.sse = sse;
      this.browser = browser;
    }

    private boolean silent() {
      return System.nanoTime() - lastSent > LONGEST_SILENCE.toNanos();
    }

    private boolean over() {
      return System.nanoTime() - since > LONGEST.toNanos();
    }

    private void send(OutboundSseEvent event) {
      lastSent = System.nanoTime();
      browser.emit(event);
    }
  }

  /**
   * What a page shows.
   *
   * @param html the part of the page
   * @param finished whether nothing comes after it
   * @param waiting whether it says how long something has lasted
   */
  private record Shown(String html, boolean finished, boolean waiting) {}

  /** Two readers of one evaluation may be shown different things. */
  private record Reader(UUID evaluation, boolean owned) {}

  void start(@Observes StartupEvent event) {
    thread = Thread.ofVirtual().name("progress-events").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
    listeners.forEach(listener -> listener.browser.complete());
  }

  /** Whether another page can be told. */
  boolean hasPlace() {
    return listeners.size() < MOST;
  }

  /**
   * The part of the page that shows the progress, now and whenever it is new, until it has ended.
   *
   * @param owned whether it is shown to somebody who may decide about it
   */
  Multi<OutboundSseEvent> of(UUID evaluation, boolean owned, Sse sse) {
    return Multi.createFrom()
        .emitter(
            browser -> {
              Listener listener = new Listener(evaluation, owned, sse, browser);
              browser.onTermination(() -> listeners.remove(listener));
              listeners.add(listener);
              arrivals.release();
            },
            // Whoever reads slowly is shown the newest.
            BackPressureStrategy.LATEST);
  }

  private void run() {
    while (!stopping) {
      try {
        if (listeners.isEmpty()) {
          arrivals.acquire();
        } else if (arrivals.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          arrivals.drainPermits();
        }
        tellAll();
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException failed) {
        LOG.warnf("open pages wait reason=\"%s\"", failed.getMessage());
      }
    }
  }

  private void tellAll() {
    Map<UUID, Long> revisions =
        evaluations.revisions(
            listeners.stream().map(listener -> listener.evaluation).collect(Collectors.toSet()));
    Map<Reader, Shown> shown = new HashMap<>();
    for (Listener listener : listeners) {
      Long revision = revisions.get(listener.evaluation);
      if (revision != null && revision > listener.told) {
        show(listener, revision, shown);
      } else if (listener.silent()) {
        keepAwake(listener, revision, shown);
      }
      if (listener.over()) {
        listener.browser.complete();
      }
    }
  }

  private void show(Listener listener, long revision, Map<Reader, Shown> known) {
    Shown shown = shown(listener, known);
    listener.told = revision;
    listener.send(
        listener
            .sse
            .newEventBuilder()
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(shown.html)
            .build());
    if (shown.finished) {
      listener.browser.complete();
    }
  }

  /** How long something lasts grows without any news. */
  private void keepAwake(Listener listener, Long revision, Map<Reader, Shown> known) {
    if (revision != null && shown(listener, known).waiting) {
      show(listener, revision, known);
    } else {
      listener.send(listener.sse.newEventBuilder().comment("still here").build());
    }
  }

  private Shown shown(Listener listener, Map<Reader, Shown> known) {
    return known.computeIfAbsent(new Reader(listener.evaluation, listener.owned), this::shown);
  }

  private Shown shown(Reader reader) {
    EvaluationChanged evaluation = evaluations.one(reader.evaluation).orElseThrow();
    Instant now = clock.instant();
    Progress progress = Progress.of(evaluation, now, reader.owned);
    return new Shown(
        EvaluationResource.Templates.evaluation$progress(progress).render(),
        progress.finished(),
        progress.waiting() != null);
  }
}
