package org.primum.gateway.benchmark;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;

/** Gives the judge the judging protocol behind a hash; it never changes. */
@Path("/api/v1/internal/judging-protocols/{hash}")
@RolesAllowed(Roles.SERVICE)
class JudgingProtocolResource {

  private final FrozenJudging judging;

  JudgingProtocolResource(FrozenJudging judging) {
    this.judging = judging;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  public String of(String hash) {
    return judging
        .body(hash)
        .orElseThrow(() -> Problem.notFound("There is no such judging protocol."));
  }
}
