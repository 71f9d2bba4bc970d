package org.primum.gateway.benchmark.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;

/** Editing a draft item by item and suite by suite. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}")
@RolesAllowed(Roles.ADMIN)
class DraftItemResource {

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final AuditLog audit;

  DraftItemResource(BenchmarkVersions versions, VersionItems items, AuditLog audit) {
    this.versions = versions;
    this.items = items;
    this.audit = audit;
  }

  /** Adds an item, or changes the one of that suite and id. */
  @PUT
  @Path("items/{suite}/{id}")
  @Transactional
  public Item put(String benchmark, String version, String suite, String id, ItemForm form) {
    if (form == null) {
      throw Problem.badRequest("Send the item as a JSON object.");
    }
    BenchmarkVersion draft = versions.changeDraft(benchmark, version);
    Item item = form.item(suite, id);
    items.put(draft.id(), item);
    audit.add("put-item", "%s %s %s %s".formatted(benchmark, version, suite, id));
    return item;
  }

  /** Removes an item. */
  @DELETE
  @Path("items/{suite}/{id}")
  @Transactional
  public void remove(String benchmark, String version, String suite, String id) {
    BenchmarkVersion draft = versions.changeDraft(benchmark, version);
    items.required(draft, suite, id);
    items.remove(draft.id(), suite, id);
    audit.add("remove-item", "%s %s %s %s".formatted(benchmark, version, suite, id));
  }

  /** Removes all items of a suite. */
  @DELETE
  @Path("suites/{suite}")
  @Transactional
  public void removeSuite(String benchmark, String version, String suite) {
    BenchmarkVersion draft = versions.changeDraft(benchmark, version);
    if (items.removeSuite(draft.id(), suite) == 0) {
      throw Problem.notFound(
          "The draft %s of %s has no suite \"%s\".".formatted(version, benchmark, suite));
    }
    audit.add("remove-suite", "%s %s %s".formatted(benchmark, version, suite));
  }
}
