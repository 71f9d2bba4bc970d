package org.primum.leaderboard.admin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** Changing an item of a draft, and adding one. */
@Path("/admin/benchmarks/{benchmark}/{version}/item/form")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ItemFormResource {

  private static final int NOT_FOUND = 404;

  private final Gateway gateway;

  ItemFormResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance item(
        BenchmarkChanged version, Suite suite, ItemForm form, boolean known, FormProblems problems);
  }

  /** The form of a known item, or of a new one of a suite. */
  @GET
  public TemplateInstance form(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery String suite,
      @RestQuery String id) {
    boolean known = !Entered.blank(id);
    ItemForm form =
        known
            ? ItemForm.of(gateway.item(benchmark, version, Entered.named(suite), Entered.named(id)))
            : ItemForm.empty(suite(suite).id());
    return page(benchmark, version, form, known, FormProblems.NONE);
  }

  /** Changes a known item. */
  @POST
  public Response change(
      @RestPath String benchmark, @RestPath String version, @BeanParam ItemForm form) {
    Item before =
        gateway.item(benchmark, version, Entered.named(form.suite()), Entered.named(form.id()));
    return save(benchmark, version, form, before);
  }

  /** Adds one; an id that is taken already would change another item. */
  @POST
  @Path("new")
  public Response add(
      @RestPath String benchmark, @RestPath String version, @BeanParam ItemForm form) {
    if (Entered.blank(form.id())) {
      return refused(benchmark, version, form, false, FormProblems.of("id", "is needed"));
    }
    form.id = form.id.strip();
    if (taken(benchmark, version, form)) {
      return refused(
          benchmark,
          version,
          form,
          false,
          FormProblems.of("id", "is taken by another item of the suite"));
    }
    return save(benchmark, version, form, null);
  }

  private Response save(String benchmark, String version, ItemForm form, Item before) {
    FormProblems problems =
        FormProblems.of(
            () -> gateway.put(benchmark, version, form.suite(), form.id(), form.content(before)));
    return problems.any()
        ? refused(benchmark, version, form, before != null, problems)
        : new VersionAddress(benchmark, version).redirect(form.suite(), form.id(), Done.ITEM_SAVED);
  }

  private boolean taken(String benchmark, String version, ItemForm form) {
    try {
      gateway.item(benchmark, version, Entered.named(form.suite()), Entered.named(form.id()));
      return true;
    } catch (GatewayRefusal refusal) {
      if (refusal.status() == NOT_FOUND) {
        return false;
      }
      throw refusal;
    }
  }

  private Response refused(
      String benchmark, String version, ItemForm form, boolean known, FormProblems problems) {
    return Response.status(problems.status())
        .entity(page(benchmark, version, form, known, problems))
        .build();
  }

  private TemplateInstance page(
      String benchmark, String version, ItemForm form, boolean known, FormProblems problems) {
    return Templates.item(
        gateway.benchmark(benchmark, version), suite(form.suite()), form, known, problems);
  }

  private static Suite suite(String id) {
    return Suites.find(id == null ? "" : id).orElseThrow(NotFoundException::new);
  }
}
