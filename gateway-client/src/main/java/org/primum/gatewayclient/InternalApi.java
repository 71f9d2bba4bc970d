package org.primum.gatewayclient;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The part of the gateway's REST API that is for the other services only; asked through {@link
 * Gateway}. Public because its implementation is generated, and may be loaded by another loader.
 */
@RegisterRestClient(configKey = "gateway")
@OidcClientFilter
@Path("/api/v1/internal")
@Produces(MediaType.APPLICATION_JSON)
public interface InternalApi {

  /**
   * A sealed credential.
   *
   * @param sealed null when the endpoint needs none
   */
  record Sealed(String sealed) {}

  /** The sealed credential of an endpoint. */
  @GET
  @Path("endpoints/{endpointId}/credential")
  Sealed credential(UUID endpointId);

  /** The judging protocol with that hash, as JSON. */
  @GET
  @Path("judging-protocols/{hash}")
  String judgingProtocol(String hash);

  /** What messages name the evaluations by that were cancelled lately. */
  @GET
  @Path("cancelled")
  List<UUID> cancelled();
}
