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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Signs test callers in by a header {@code X-Test-Caller: subject/role}, in place of Keycloak. A
 * verified e-mail address may follow after a further slash.
 */
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
    List<String> parts = List.of(caller.split("/", -1));
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(
                    parts.size() > 2
                        ? new Verified(parts.get(0), parts.get(2))
                        : new QuarkusPrincipal(parts.get(0)))
                .addRole(parts.get(1))
                .build());
  }

  /** A token of somebody whose address is known. */
  private record Verified(String name, String email) implements JsonWebToken {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("sub", "email", "email_verified");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String claim) {
      return (T)
          switch (claim) {
            case "sub" -> name;
            case "email" -> email;
            case "email_verified" -> Boolean.TRUE;
            default -> null;
          };
    }
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }
}
