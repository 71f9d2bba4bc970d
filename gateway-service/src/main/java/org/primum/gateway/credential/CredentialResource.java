package org.primum.gateway.credential;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.primum.gateway.account.Roles;

/** Gives the runner and the judge the sealed key of an endpoint they are to ask. */
@Path("/api/v1/internal/endpoints/{endpointId}/credential")
@RolesAllowed(Roles.SERVICE)
class CredentialResource {

  private final Credentials credentials;

  CredentialResource(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * A sealed key.
   *
   * @param sealed null when the endpoint needs none
   */
  record Sealed(String sealed) {}

  @GET
  @Transactional
  public Sealed of(UUID endpointId) {
    return new Sealed(credentials.sealed(endpointId).orElse(null));
  }
}
