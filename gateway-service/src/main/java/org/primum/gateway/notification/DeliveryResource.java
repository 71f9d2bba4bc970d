package org.primum.gateway.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;

/** What the caller was told, and whether it arrived. */
@Path("/api/v1/notifications/deliveries")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
class DeliveryResource {

  private static final int MOST_LISTED = 200;

  private final Notifications notifications;
  private final Caller caller;

  DeliveryResource(Notifications notifications, Caller caller) {
    this.notifications = notifications;
    this.caller = caller;
  }

  /** The newest first. */
  @GET
  @Transactional
  public List<Delivery> page(
      @RestQuery @DefaultValue("0") int offset, @RestQuery @DefaultValue("50") int limit) {
    return notifications.page(
        caller.subject(), Math.max(0, offset), Math.clamp(limit, 1, MOST_LISTED));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  @Transactional
  public Delivery one(UUID id) {
    return notifications
        .find(id, caller.subject())
        .orElseThrow(() -> Problem.notFound("There is no such notification among yours."));
  }

  /** Sends it once more, with the same id and content. */
  @POST
  @Path("{id}/again")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  public Delivery again(UUID id) {
    Delivery found = one(id);
    if (!notifications.again(id, caller.subject())) {
      throw Problem.conflict(
          found.state() == DeliveryState.WAITING
              ? "This notification waits to be sent already."
              : "This notification cannot be sent again: its address is switched off.");
    }
    return one(id);
  }
}
