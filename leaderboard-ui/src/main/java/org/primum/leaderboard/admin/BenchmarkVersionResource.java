package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;

/** One benchmark version: looking at its items, publishing and retiring it. */
@Path("/admin/benchmarks/{benchmark}/{version}")
@RolesAllowed(Roles.ADMIN)
@Blocking
class BenchmarkVersionResource {

  private static final int PAGE = 50;

  private final Gateway gateway;
  private final BenchmarkVersions versions;

  BenchmarkVersionResource(@RestClient Gateway gateway, BenchmarkVersions versions) {
    this.gateway = gateway;
    this.versions = versions;
  }

  /**
   * Some items of a version.
   *
   * @param suite the suite they are of; empty for all
   * @param items the page
   * @param page from 1
   * @param pages how many pages there are
   */
  public record ItemPage(String suite, List<Item> items, int page, int pages) {}

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance version(
        BenchmarkChanged version, int total, ItemPage items, FormProblems problems);
  }

  @GET
  public TemplateInstance look(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery @DefaultValue("") String suite,
      @RestQuery @DefaultValue("1") int page) {
    return page(benchmark, version, suite, page, FormProblems.NONE);
  }

  @POST
  @Path("publish")
  public Response publish(@RestPath String benchmark, @RestPath String version) {
    return change(benchmark, version, gateway::publish);
  }

  @POST
  @Path("retire")
  public Response retire(@RestPath String benchmark, @RestPath String version) {
    return change(benchmark, version, gateway::retire);
  }

  private Response change(
      String benchmark, String version, BiFunction<String, String, BenchmarkChanged> change) {
    FormProblems problems;
    try {
      versions.take(change.apply(benchmark, version));
      return Response.seeOther(
              UriBuilder.fromPath("/admin/benchmarks/{benchmark}/{version}")
                  .build(benchmark, version))
          .build();
    } catch (GatewayRefusal refusal) {
      problems = FormProblems.of(refusal);
    } catch (ProcessingException silence) {
      problems = FormProblems.of(silence);
    }
    return Response.status(problems.status())
        .entity(page(benchmark, version, "", 1, problems))
        .build();
  }

  private TemplateInstance page(
      String benchmark, String version, String suite, int page, FormProblems problems) {
    BenchmarkChanged found = gateway.benchmark(benchmark, version);
    int total = found.items().values().stream().mapToInt(Integer::intValue).sum();
    int listed = suite.isEmpty() ? total : found.items().getOrDefault(suite, 0);
    int pages = Math.max(1, (listed + PAGE - 1) / PAGE);
    int shown = Math.clamp(page, 1, pages);
    List<Item> items =
        gateway.items(benchmark, version, suite.isEmpty() ? null : suite, (shown - 1) * PAGE, PAGE);
    return Templates.version(found, total, new ItemPage(suite, items, shown, pages), problems);
  }
}
