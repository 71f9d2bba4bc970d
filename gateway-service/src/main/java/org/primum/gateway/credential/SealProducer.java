package org.primum.gateway.credential;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.primum.modelclient.CredentialSeal;

/** The seal, with the key from {@code PRIMUM_SEALING_KEY}. */
class SealProducer {

  @Produces
  @Singleton
  CredentialSeal seal(@ConfigProperty(name = "primum.sealing.key") String key) {
    return CredentialSeal.withKey(key);
  }
}
