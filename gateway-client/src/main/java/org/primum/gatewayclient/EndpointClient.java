package org.primum.gatewayclient;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.primum.modelclient.Limits;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.RetryPolicy;

/** The one client by which a service asks endpoints, of models or of judges. */
class EndpointClient {

  @Produces
  @Singleton
  ModelClient client(@ConfigProperty(name = "primum.request-timeout") Duration longest) {
    return new ModelClient(Limits.STANDARD.within(longest), RetryPolicy.ONCE);
  }

  void close(@Disposes ModelClient client) {
    client.close();
  }
}
