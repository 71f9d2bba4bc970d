package org.primum.leaderboard.gateway;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.gateway.NotificationSettings.AddedWebhook;
import org.primum.leaderboard.gateway.NotificationSettings.Code;
import org.primum.leaderboard.gateway.NotificationSettings.EmailChange;
import org.primum.leaderboard.gateway.NotificationSettings.NewWebhook;
import org.primum.leaderboard.gateway.NotificationSettings.Recipient;
import org.primum.leaderboard.gateway.NotificationSettings.Switch;
import org.primum.leaderboard.gateway.NotificationSettings.UnsubscribeKey;

/** The gateway's API about what the visitor is told, with the visitor's own token. */
@Path("/api/v1/notifications")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(VisitorToken.class)
public interface NotificationGateway {

  /** As for the other calls. */
  @ClientExceptionMapper
  @Blocking
  static GatewayRefusal refusal(Response response) {
    return RefusalReader.refusal(response);
  }

  @GET
  NotificationSettings settings();

  @PUT
  @Path("email")
  Recipient email(EmailChange change);

  @POST
  @Path("email/confirm")
  Recipient confirm(Code code);

  @POST
  @Path("webhooks")
  AddedWebhook add(NewWebhook webhook);

  @PUT
  @Path("recipients/{id}")
  Recipient change(@RestPath UUID id, Switch change);

  @DELETE
  @Path("recipients/{id}")
  void remove(@RestPath UUID id);

  @POST
  @Path("recipients/{id}/test")
  void test(@RestPath UUID id);

  @GET
  @Path("deliveries")
  List<NotificationDelivery> deliveries(@RestQuery int offset, @RestQuery int limit);

  @POST
  @Path("deliveries/{id}/again")
  NotificationDelivery again(@RestPath UUID id);

  @POST
  @Path("unsubscribe")
  void unsubscribe(UnsubscribeKey key);
}
