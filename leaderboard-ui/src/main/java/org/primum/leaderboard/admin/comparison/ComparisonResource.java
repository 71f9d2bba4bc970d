package org.primum.leaderboard.admin.comparison;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.VersionComparison;
import org.primum.protocol.message.BenchmarkChanged;

/** What a version changes against another one of its benchmark. */
@Path("/admin/benchmarks/{benchmark}/{version}/comparison")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ComparisonResource {

  private final Gateway gateway;

  ComparisonResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance comparison(
        BenchmarkChanged version,
        List<BenchmarkChanged> others,
        VersionComparison comparison,
        List<ItemChange> changes);
  }

  @GET
  public TemplateInstance compare(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery @DefaultValue("") String with) {
    VersionComparison comparison =
        with.isBlank() ? null : gateway.comparison(benchmark, version, with);
    return Templates.comparison(
        gateway.benchmark(benchmark, version),
        gateway.benchmarks().stream()
            .filter(other -> other.benchmark().equals(benchmark))
            .filter(other -> !other.version().equals(version))
            .toList(),
        comparison,
        comparison == null
            ? List.of()
            : comparison.changed().stream().map(ItemChange::of).toList());
  }
}
