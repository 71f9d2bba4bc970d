package org.primum.gateway.account;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Signs test callers in by a header {@code X-Test-Caller: subject/role}, in place of Keycloak. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestCallers implements HttpAuthenticationMechanism {

  /** The header's name. */
  public static final String HEADER = "X-Test-Caller";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String caller = context.request().getHeader(HEADER);
    if (caller == null) {
      return Uni.createFrom().nullItem();
    }
    int slash = caller.indexOf('/');
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.substring(0, slash)))
                .addRole(caller.substring(slash + 1))
                .build());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }
}
