package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.VersionFindings;
import org.primum.leaderboard.gateway.VersionUse;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** One benchmark version: what it holds, what is to be said about it, what can be done with it. */
@Path("/admin/benchmarks/{benchmark}/{version}")
@RolesAllowed(Roles.ADMIN)
@Blocking
class BenchmarkVersionResource {

  private final Gateway gateway;

  BenchmarkVersionResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance version(
        BenchmarkChanged version,
        VersionUse use,
        SettingsInWords settings,
        VersionFindings findings,
        ItemPage items,
        Collection<Suite> suites,
        String done);
  }

  @GET
  public TemplateInstance look(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery @DefaultValue("") String suite,
      @RestQuery @DefaultValue("") String search,
      @RestQuery @DefaultValue("1") int page,
      @RestQuery String done) {
    BenchmarkChanged found = gateway.benchmark(benchmark, version);
    return Templates.version(
        found,
        gateway.use(benchmark, version),
        SettingsInWords.of(gateway.setup(benchmark, version), found.items().keySet()),
        gateway.findings(benchmark, version),
        ItemPage.of(gateway, new VersionAddress(benchmark, version), suite, search, page),
        Suites.all(),
        Done.words(done));
  }
}
