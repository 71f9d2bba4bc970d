package org.primum.leaderboard.admin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;
import org.primum.leaderboard.gateway.PrivateShare;
import org.primum.protocol.message.BenchmarkChanged;

/** Keeping a share of a draft's items private. */
@Path("/admin/benchmarks/{benchmark}/{version}/private-part")
@RolesAllowed(Roles.ADMIN)
@Blocking
class PrivatePartResource {

  private static final double MOST_PERCENT = 50;

  private final Gateway gateway;

  PrivatePartResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance part(
        BenchmarkChanged version, String percent, FormProblems problems);
  }

  @GET
  public TemplateInstance ask(@RestPath String benchmark, @RestPath String version) {
    return Templates.part(gateway.benchmark(benchmark, version), "", FormProblems.NONE);
  }

  @POST
  public Response set(
      @RestPath String benchmark, @RestPath String version, @RestForm String percent) {
    List<FieldError> errors = new ArrayList<>();
    Double share = new Numbers(errors).decimal("share", percent, 0, MOST_PERCENT);
    if (share == null && errors.isEmpty()) {
      errors.add(new FieldError("share", "is needed"));
    }
    FormProblems problems =
        errors.isEmpty()
            ? FormProblems.of(
                () -> gateway.privatePart(benchmark, version, new PrivateShare(share / 100)))
            : FormProblems.of(errors);
    return problems.any()
        ? Response.status(problems.status())
            .entity(Templates.part(gateway.benchmark(benchmark, version), percent, problems))
            .build()
        : new VersionAddress(benchmark, version).redirect(Done.PRIVATE_PART_SET);
  }
}
