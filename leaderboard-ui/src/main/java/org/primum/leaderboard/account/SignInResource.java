package org.primum.leaderboard.account;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.page.PagesConfiguration;

/** Into a session and out of it. */
@Path("/")
@Blocking
class SignInResource {

  private final Visitor visitor;
  private final Instance<OidcSession> session;
  private final Instance<OidcConfigurationMetadata> provider;
  private final PagesConfiguration configuration;

  SignInResource(
      Visitor visitor,
      Instance<OidcSession> session,
      Instance<OidcConfigurationMetadata> provider,
      PagesConfiguration configuration) {
    this.visitor = visitor;
    this.session = session;
    this.provider = provider;
    this.configuration = configuration;
  }

  /** Whoever comes this far is signed in, and goes back to where the button was pressed. */
  @GET
  @Path("sign-in")
  @Authenticated
  public Response signIn(@RestQuery String to) {
    return Response.seeOther(URI.create(LocalAddress.orBoard(to))).build();
  }

  /** Ends the session here and at the identity provider, which leads back to the board. */
  @POST
  @Path("sign-out")
  public Response signOut() {
    Optional<String> idToken = visitor.idToken();
    if (idToken.isEmpty()) {
      return Response.seeOther(URI.create("/")).build();
    }
    URI end =
        UriBuilder.fromUri(provider.get().getEndSessionUri())
            .queryParam("id_token_hint", idToken.get())
            .queryParam("post_logout_redirect_uri", configuration.address().resolve("/"))
            .build();
    session.get().logout().await().atMost(Duration.ofSeconds(10));
    return Response.seeOther(end).build();
  }
}
