package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.VersionUse;
import org.primum.protocol.message.BenchmarkChanged;

/** All versions of all benchmarks, and the ways to more of them. */
@Path("/admin/benchmarks")
@RolesAllowed(Roles.ADMIN)
@Blocking
class BenchmarkListResource {

  private final Gateway gateway;

  BenchmarkListResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  /** A version with what it is used for. */
  public record Row(BenchmarkChanged version, VersionUse use) {}

  /** A benchmark with its versions, newest first. */
  public record Benchmark(String name, List<Row> rows) {}

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance benchmarks(List<Benchmark> benchmarks, String done);
  }

  @GET
  public TemplateInstance benchmarks(@RestQuery String done) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (BenchmarkChanged version : gateway.benchmarks()) {
      rows.computeIfAbsent(version.benchmark(), name -> new ArrayList<>())
          .add(new Row(version, gateway.use(version.benchmark(), version.version())));
    }
    return Templates.benchmarks(
        rows.entrySet().stream()
            .map(benchmark -> new Benchmark(benchmark.getKey(), benchmark.getValue()))
            .toList(),
        Done.words(done));
  }
}
