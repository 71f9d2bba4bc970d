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
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;

/** Deleting one item of a draft, after a page that shows it. */
@Path("/admin/benchmarks/{benchmark}/{version}/item/delete")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ItemDeletionResource {

  private final Gateway gateway;

  ItemDeletionResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance delete(
        BenchmarkChanged version, Item item, FormProblems problems);
  }

  @GET
  public TemplateInstance ask(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery String suite,
      @RestQuery String id) {
    return page(benchmark, version, suite, id, FormProblems.NONE);
  }

  @POST
  public Response delete(
      @RestPath String benchmark,
      @RestPath String version,
      @RestForm String suite,
      @RestForm String id) {
    FormProblems problems =
        FormProblems.of(() -> gateway.deleteItem(benchmark, version, suite, id));
    return problems.any()
        ? Response.status(problems.status())
            .entity(page(benchmark, version, suite, id, problems))
            .build()
        : new VersionAddress(benchmark, version).redirect(Done.ITEM_DELETED);
  }

  private TemplateInstance page(
      String benchmark, String version, String suite, String id, FormProblems problems) {
    return Templates.delete(
        gateway.benchmark(benchmark, version),
        gateway.item(benchmark, version, Entered.named(suite), Entered.named(id)),
        problems);
  }
}
