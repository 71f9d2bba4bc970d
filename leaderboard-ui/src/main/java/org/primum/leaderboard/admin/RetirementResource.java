package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.VersionUse;
import org.primum.protocol.message.BenchmarkChanged;

/** Retiring a published version, after a page that says what becomes of its evaluations. */
@Path("/admin/benchmarks/{benchmark}/{version}/retire")
@RolesAllowed(Roles.ADMIN)
@Blocking
class RetirementResource {

  private final Gateway gateway;
  private final BenchmarkVersions versions;

  RetirementResource(@RestClient Gateway gateway, BenchmarkVersions versions) {
    this.gateway = gateway;
    this.versions = versions;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance retire(
        BenchmarkChanged version, VersionUse use, FormProblems problems);
  }

  @GET
  public TemplateInstance ask(@RestPath String benchmark, @RestPath String version) {
    return page(benchmark, version, FormProblems.NONE);
  }

  @POST
  public Response retire(@RestPath String benchmark, @RestPath String version) {
    FormProblems problems =
        FormProblems.of(() -> versions.take(gateway.retire(benchmark, version)));
    return problems.any()
        ? Response.status(problems.status()).entity(page(benchmark, version, problems)).build()
        : new VersionAddress(benchmark, version).redirect(Done.RETIRED);
  }

  private TemplateInstance page(String benchmark, String version, FormProblems problems) {
    return Templates.retire(
        gateway.benchmark(benchmark, version), gateway.use(benchmark, version), problems);
  }
}
