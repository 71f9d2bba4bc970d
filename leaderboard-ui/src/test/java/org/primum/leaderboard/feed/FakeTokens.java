package org.primum.leaderboard.feed;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** The service's own token, without anybody to give it out. */
@Mock
@ApplicationScoped
class FakeTokens implements OidcClient {

  @Override
  public Uni<Tokens> getTokens(Map<String, String> parameters) {
    long expires = Instant.now().plusSeconds(60).getEpochSecond();
    return Uni.createFrom()
        .item(new Tokens("service-token", expires, null, null, null, null, "primum-leaderboard"));
  }

  @Override
  public Uni<Tokens> refreshTokens(String refreshToken, Map<String, String> parameters) {
    return getTokens(parameters);
  }

  @Override
  public Uni<Boolean> revokeAccessToken(String accessToken, Map<String, String> parameters) {
    return Uni.createFrom().item(true);
  }

  @Override
  public void close() {}
}
