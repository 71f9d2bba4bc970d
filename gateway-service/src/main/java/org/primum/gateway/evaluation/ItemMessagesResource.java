package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.primum.gateway.account.Roles;

/** Finished items as messages, for a read model that missed some. */
@Path("/api/v1/internal/evaluations/{id}/items")
class ItemMessagesResource {

  private final FinishedItems items;

  ItemMessagesResource(FinishedItems items) {
    this.items = items;
  }

  @GET
  @Produces(FinishedItems.NDJSON)
  @RolesAllowed(Roles.SERVICE)
  public Response messages(UUID id) {
    return items.stream(items.evaluation(id).id(), true, item -> item);
  }
}
