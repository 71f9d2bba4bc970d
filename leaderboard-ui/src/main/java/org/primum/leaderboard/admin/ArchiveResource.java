package org.primum.leaderboard.admin;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.Gateway;

/** A version's archive, passed on from the gateway as it comes. */
@Path("/admin/benchmarks/{benchmark}/{version}/archive")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ArchiveResource {

  private final Gateway gateway;

  ArchiveResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @GET
  public Response archive(@RestPath String benchmark, @RestPath String version) {
    return Response.ok(gateway.archive(benchmark, version))
        .type("application/zip")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"".formatted(fileName(benchmark, version)))
        .build();
  }

  /** Nothing of an address gets into a header that could end it. */
  private static String fileName(String benchmark, String version) {
    return (benchmark + "-" + version).replaceAll("[^A-Za-z0-9._-]", "_") + ".zip";
  }
}
