package org.primum.judge.judging;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.primum.modelclient.Limits;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.RetryPolicy;

/** The one client of the service that asks the judges. */
class JudgeModelClient {

  @Produces
  @Singleton
  ModelClient client(@ConfigProperty(name = "primum.request-timeout") Duration longest) {
    return new ModelClient(Limits.STANDARD.within(longest), RetryPolicy.ONCE);
  }

  void close(@Disposes ModelClient client) {
    client.close();
  }
}
