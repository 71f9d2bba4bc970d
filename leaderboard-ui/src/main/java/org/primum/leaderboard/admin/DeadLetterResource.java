package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.DeadLetter;
import org.primum.leaderboard.gateway.Gateway;

/** Messages nobody could handle, to look into. */
@Path("/admin/dead-letters")
@RolesAllowed(Roles.ADMIN)
@Blocking
class DeadLetterResource {

  private final Gateway gateway;

  DeadLetterResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance letters(List<DeadLetter> letters);
  }

  @GET
  public TemplateInstance letters() {
    return Templates.letters(gateway.deadLetters());
  }
}
