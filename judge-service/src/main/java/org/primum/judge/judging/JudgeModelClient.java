package org.primum.judge.judging;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.primum.modelclient.Limits;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.RetryPolicy;

/** The one client of the service that asks the judges. */
class JudgeModelClient {

  @Produces
  @Singleton
  ModelClient client(RetryPolicy retries) {
    return new ModelClient(Limits.STANDARD, retries);
  }

  void close(@Disposes ModelClient client) {
    client.close();
  }

  @Produces
  @Singleton
  RetryPolicy retries() {
    return RetryPolicy.STANDARD;
  }
}
