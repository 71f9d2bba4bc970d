package org.primum.judge.judging;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.primum.modelclient.RetryPolicy;

/** As many requests as a test can oversee, and hardly a wait between them. */
class QuickRetries {

  static final int REQUESTS = 3;

  @Produces
  @Mock
  @Singleton
  RetryPolicy quick() {
    return new RetryPolicy(REQUESTS, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
  }
}
