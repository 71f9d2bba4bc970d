package org.primum.leaderboard.admin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.admin.VersionFacts;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.protocol.message.BenchmarkChanged;

/** Deleting a suite of a draft, or the whole draft, after a page that says what is lost. */
@Path("/admin/benchmarks/{benchmark}/{version}/delete")
@RolesAllowed(Roles.ADMIN)
@Blocking
class DeletionResource {

  private final Gateway gateway;

  DeletionResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance delete(
        BenchmarkChanged version, String suite, int items, FormProblems problems);
  }

  @GET
  public TemplateInstance ask(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery @DefaultValue("") String suite) {
    return page(benchmark, version, suite, FormProblems.NONE);
  }

  @POST
  public Response delete(
      @RestPath String benchmark,
      @RestPath String version,
      @RestForm @DefaultValue("") String suite) {
    FormProblems problems =
        FormProblems.of(
            () -> {
              if (suite.isEmpty()) {
                gateway.deleteDraft(benchmark, version);
              } else {
                gateway.deleteSuite(benchmark, version, suite);
              }
            });
    if (problems.any()) {
      return Response.status(problems.status())
          .entity(page(benchmark, version, suite, problems))
          .build();
    }
    return suite.isEmpty()
        ? Response.seeOther(URI.create("/admin/benchmarks?done=" + Done.DRAFT_DELETED.label()))
            .build()
        : new VersionAddress(benchmark, version).redirect(Done.SUITE_DELETED);
  }

  private TemplateInstance page(
      String benchmark, String version, String suite, FormProblems problems) {
    BenchmarkChanged found = gateway.benchmark(benchmark, version);
    int items = suite.isEmpty() ? VersionFacts.total(found) : found.items().getOrDefault(suite, 0);
    return Templates.delete(found, suite, items, problems);
  }
}
