package org.primum.gateway.benchmark;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;

/** One version and its items, to look at. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}")
class VersionResource {

  private static final int MOST_ITEMS_SHOWN = 500;

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final Caller caller;

  VersionResource(BenchmarkVersions versions, VersionItems items, Caller caller) {
    this.versions = versions;
    this.items = items;
    this.caller = caller;
  }

  /** One version; a draft only for administrators. */
  @GET
  @Transactional
  public BenchmarkChanged one(String benchmark, String version) {
    return versions
        .find(benchmark, version)
        .filter(found -> caller.administrates() || !found.isDraft())
        .map(versions::view)
        .orElseThrow(
            () -> Problem.notFound("There is no version %s of %s.".formatted(version, benchmark)));
  }

  /** The items of a version, in order. */
  @GET
  @Path("items")
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public List<Item> items(
      String benchmark,
      String version,
      @RestQuery String suite,
      @RestQuery @DefaultValue("0") int offset,
      @RestQuery @DefaultValue("50") int limit,
      @RestQuery String search) {
    return items.page(
        versions.required(benchmark, version).id(),
        blankToNull(suite),
        blankToNull(search),
        Math.max(0, offset),
        Math.clamp(limit, 1, MOST_ITEMS_SHOWN));
  }

  /** One item. */
  @GET
  @Path("items/{suite}/{id}")
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public Item item(String benchmark, String version, String suite, String id) {
    return items.required(versions.required(benchmark, version), suite, id);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.replace("\0", "");
  }
}
