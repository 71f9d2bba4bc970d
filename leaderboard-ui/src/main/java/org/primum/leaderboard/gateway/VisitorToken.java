package org.primum.leaderboard.gateway;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.primum.leaderboard.account.Visitor;

/** Lets a call to the gateway speak for the visitor; a signed-out visitor's call is anonymous. */
class VisitorToken implements ClientRequestFilter {

  private final Visitor visitor;

  VisitorToken(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public void filter(ClientRequestContext request) {
    visitor
        .accessToken()
        .ifPresent(
            token -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token));
  }
}
