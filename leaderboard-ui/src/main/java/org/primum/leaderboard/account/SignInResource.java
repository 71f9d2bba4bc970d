package org.primum.leaderboard.account;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestQuery;

/** Into a session and out of it. */
@Path("/")
@Blocking
class SignInResource {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Visitor visitor;
  private final OidcSession session;
  private final ProviderSession providerSession;

  SignInResource(Visitor visitor, OidcSession session, ProviderSession providerSession) {
    this.visitor = visitor;
    this.session = session;
    this.providerSession = providerSession;
  }

  /** Whoever comes this far is signed in, and goes back to where the button was pressed. */
  @GET
  @Path("sign-in")
  @Authenticated
  public Response signIn(@RestQuery String to) {
    return Response.seeOther(URI.create(LocalAddress.orBoard(to))).build();
  }

  /**
   * Ends the session at the identity provider and here, and leads back to the board. The one here
   * ends even when it can no longer be used, and whatever the identity provider says.
   */
  @POST
  @Path("sign-out")
  public Response signOut() {
    visitor.refreshToken().ifPresent(providerSession::end);
    session.logout().await().atMost(PATIENCE);
    return Response.seeOther(URI.create("/")).build();
  }
}
