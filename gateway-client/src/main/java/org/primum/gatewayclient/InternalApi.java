package org.primum.gatewayclient;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the gateway's REST API that is for the other services only. */
@RegisterRestClient(configKey = "gateway")
@OidcClientFilter
@Path("/api/v1/internal")
@Produces(MediaType.APPLICATION_JSON)
interface InternalApi {

  /**
   * A sealed credential.
   *
   * @param sealed null when the endpoint needs none
   */
  record Sealed(String sealed) {}

  @GET
  @Path("endpoints/{endpointId}/credential")
  Sealed credential(UUID endpointId);

  @GET
  @Path("judging-protocols/{hash}")
  String judgingProtocol(String hash);
}
