package org.primum.localstack.bench.endpoint;

import java.time.Duration;

/** Lets calls to one model in, gives each its fate, and counts them. */
final class ModelDesk {

  private final Behaviour behaviour;
  private final long seed;
  private final Allowance allowance;
  private final long openedAt;

  private long calls;
  private long answered;
  private long refused;
  private long failed;
  private long broken;
  private int open;
  private int mostAtOnce;
  private long firstCallAt;
  private long lastCallAt;
  private long lastAnswerAt;

  /** A call as it was let in. */
  record Admission(long number, Fate fate, int waitMillis, int retryAfterSeconds, Limits limits) {}

  /**
   * What headers tell of the rate limit.
   *
   * @param perMinute the limit
   * @param remaining calls that are left
   * @param untilFull until the whole limit is there again
   */
  record Limits(int perMinute, int remaining, Duration untilFull) {}

  ModelDesk(Behaviour behaviour, long seed) {
    this.behaviour = behaviour;
    this.seed = seed;
    this.openedAt = System.nanoTime();
    this.allowance =
        behaviour.requestsPerMinute() == 0
            ? null
            : new Allowance(
                behaviour.requestsPerMinute(), Math.max(1, behaviour.burst()), openedAt);
  }

  Behaviour behaviour() {
    return behaviour;
  }

  /** A call has come. */
  synchronized Admission admit() {
    long now = System.nanoTime();
    long number = ++calls;
    lastCallAt = System.currentTimeMillis();
    if (number == 1) {
      firstCallAt = lastCallAt;
    }
    open++;
    mostAtOnce = Math.max(mostAtOnce, open);
    if (tooMany(now)) {
      return new Admission(number, Fate.REFUSED, 0, behaviour.retryAfterSeconds(), limits(now));
    }
    if (allowance != null && !allowance.take(now)) {
      int wait = (int) Math.ceilDiv(allowance.nanosUntilOne(now), 1_000_000_000L);
      return new Admission(number, Fate.REFUSED, 0, Math.max(1, wait), limits(now));
    }
    Fate fate = Fate.of(behaviour.shares(), seed, number);
    return new Admission(
        number, fate, wait(fate, number), behaviour.retryAfterSeconds(), limits(now));
  }

  private boolean tooMany(long now) {
    if (behaviour.mostAtOnce() > 0 && open > behaviour.mostAtOnce()) {
      return true;
    }
    return behaviour.stormEveryMillis() > 0
        && (now - openedAt) / 1_000_000 % behaviour.stormEveryMillis() < behaviour.stormMillis();
  }

  private int wait(Fate fate, long number) {
    if (fate == Fate.REFUSED) {
      return 0;
    }
    if (fate == Fate.HANG) {
      return behaviour.hangMillis();
    }
    int jitter = behaviour.jitterMillis();
    // Another number than the fate's, so that fate and latency do not go together.
    return behaviour.latencyMillis()
        + (jitter == 0 ? 0 : Fate.random(~seed, number).nextInt(-jitter, jitter + 1));
  }

  private Limits limits(long now) {
    return allowance == null
        ? null
        : new Limits(
            behaviour.requestsPerMinute(),
            allowance.remaining(now),
            Duration.ofNanos(allowance.nanosUntilFull(now)));
  }

  /** A call has ended, whichever way. */
  synchronized void ended(Fate fate) {
    open--;
    switch (fate) {
      case ANSWER, DRIP -> {
        answered++;
        lastAnswerAt = System.currentTimeMillis();
      }
      case SERVER_ERROR, UNAVAILABLE -> failed++;
      case REFUSED -> refused++;
      case HANG, CUT, RESET -> broken++;
    }
  }

  synchronized ModelFigures figures() {
    return new ModelFigures(
        calls,
        answered,
        refused,
        failed,
        broken,
        mostAtOnce,
        firstCallAt,
        lastCallAt,
        lastAnswerAt);
  }
}
