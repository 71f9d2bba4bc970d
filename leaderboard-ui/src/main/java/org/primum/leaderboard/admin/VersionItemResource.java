package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.ItemPreview;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;

/** One item of a version, and how the model and the judges will see it. */
@Path("/admin/benchmarks/{benchmark}/{version}/item")
@RolesAllowed(Roles.ADMIN)
@Blocking
class VersionItemResource {

  private final Gateway gateway;

  VersionItemResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * What will be sent, or why that cannot be said yet.
   *
   * @param preview null when it cannot be said
   * @param reason empty when it can
   */
  public record Sight(ItemPreview preview, String reason) {}

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance item(
        BenchmarkChanged version, Item item, Sight sight, String done);
  }

  @GET
  public TemplateInstance look(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery String suite,
      @RestQuery String id,
      @RestQuery String done) {
    return Templates.item(
        gateway.benchmark(benchmark, version),
        gateway.item(benchmark, version, Entered.named(suite), Entered.named(id)),
        sight(benchmark, version, suite, id),
        Done.words(done));
  }

  /** A draft whose judges are not named yet has nothing to show, and its items can be looked at. */
  private Sight sight(String benchmark, String version, String suite, String id) {
    try {
      return new Sight(gateway.preview(benchmark, version, suite, id), "");
    } catch (GatewayRefusal refusal) {
      if (!refusal.concernsInput()) {
        throw refusal;
      }
      return new Sight(null, refusal.getMessage());
    }
  }
}
