package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.VersionFindings;
import org.primum.leaderboard.gateway.VersionSetup;
import org.primum.protocol.message.BenchmarkChanged;

/** Publishing a draft, after a page that says what becomes fixed. */
@Path("/admin/benchmarks/{benchmark}/{version}/publish")
@RolesAllowed(Roles.ADMIN)
@Blocking
class PublicationResource {

  private final Gateway gateway;
  private final BenchmarkVersions versions;

  PublicationResource(@RestClient Gateway gateway, BenchmarkVersions versions) {
    this.gateway = gateway;
    this.versions = versions;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance publish(
        BenchmarkChanged version,
        SettingsInWords settings,
        List<NamedJudge> judges,
        VersionFindings findings,
        String notes,
        String notesProblem,
        FormProblems problems);
  }

  @GET
  public TemplateInstance ask(@RestPath String benchmark, @RestPath String version) {
    VersionSetup setup = gateway.setup(benchmark, version);
    return page(benchmark, version, setup, setup.notes(), FormProblems.NONE);
  }

  @POST
  public Response publish(
      @RestPath String benchmark, @RestPath String version, @RestForm String notes) {
    VersionSetup setup = gateway.setup(benchmark, version);
    String words = notes == null || notes.isBlank() ? null : Entered.lines(notes).strip();
    FormProblems problems =
        FormProblems.of(
            () -> {
              if (!Objects.equals(words, setup.notes())) {
                gateway.setup(benchmark, version, setup.noting(words));
              }
              versions.take(gateway.publish(benchmark, version));
            });
    return problems.any()
        ? Response.status(problems.status())
            .entity(page(benchmark, version, setup, notes, problems))
            .build()
        : new VersionAddress(benchmark, version).redirect(Done.PUBLISHED);
  }

  private TemplateInstance page(
      String benchmark, String version, VersionSetup setup, String notes, FormProblems problems) {
    BenchmarkChanged found = gateway.benchmark(benchmark, version);
    SettingsInWords settings = SettingsInWords.of(setup, found.items().keySet());
    return Templates.publish(
        found,
        settings,
        NamedJudge.of(settings.judges(), gateway.judges()),
        gateway.findings(benchmark, version),
        notes,
        problems.about("notes"),
        problems);
  }
}
