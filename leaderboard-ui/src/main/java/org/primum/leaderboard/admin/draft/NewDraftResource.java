package org.primum.leaderboard.admin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.DraftName;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.protocol.message.BenchmarkChanged;

/** A new draft with everything a version has. */
@Path("/admin/benchmarks/{benchmark}/{version}/draft")
@RolesAllowed(Roles.ADMIN)
@Blocking
class NewDraftResource {

  private final Gateway gateway;

  NewDraftResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance draft(
        BenchmarkChanged version, String name, FormProblems problems);
  }

  @GET
  public TemplateInstance ask(@RestPath String benchmark, @RestPath String version) {
    return Templates.draft(gateway.benchmark(benchmark, version), "", FormProblems.NONE);
  }

  @POST
  public Response make(
      @RestPath String benchmark, @RestPath String version, @RestForm("version") String name) {
    FormProblems problems =
        Entered.blank(name)
            ? FormProblems.of("version", "is needed")
            : FormProblems.of(() -> gateway.draft(benchmark, version, new DraftName(name.strip())));
    return problems.any()
        ? Response.status(problems.status())
            .entity(Templates.draft(gateway.benchmark(benchmark, version), name, problems))
            .build()
        : new VersionAddress(benchmark, name.strip()).redirect(Done.DRAFT_MADE);
  }
}
