package org.primum.leaderboard.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.NotificationGateway;
import org.primum.leaderboard.gateway.NotificationSettings.UnsubscribeKey;

/**
 * Switches e-mail off by the link in one, without signing in. Opening the link changes nothing:
 * programs that look through mail open every link.
 */
@Path("/notifications/off/{key}")
@Blocking
class UnsubscribeResource {

  private final NotificationGateway gateway;

  UnsubscribeResource(@RestClient NotificationGateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance unsubscribe(String key, boolean done, FormProblems problems);
  }

  @GET
  public TemplateInstance ask(@RestPath String key) {
    return Templates.unsubscribe(key, false, FormProblems.NONE);
  }

  @POST
  public Response switchOff(@RestPath String key) {
    FormProblems problems = FormProblems.of(() -> gateway.unsubscribe(new UnsubscribeKey(key)));
    return Response.status(problems.status())
        .entity(Templates.unsubscribe(key, !problems.any(), problems))
        .build();
  }
}
