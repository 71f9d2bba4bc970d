package org.primum.leaderboard.evaluation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Visitor;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.item.ItemAccess;
import org.primum.leaderboard.item.ItemFilter;
import org.primum.leaderboard.item.ItemList;
import org.primum.leaderboard.item.ItemSearch;
import org.primum.leaderboard.result.PartGap;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;

/** An evaluation: how far it is, what it found, and its items. */
@Path("/evaluations/{id}")
@Blocking
class EvaluationResource {

  private final Evaluations evaluations;
  private final ItemSearch items;
  private final Gateway gateway;
  private final Visitor visitor;
  private final Clock clock;

  EvaluationResource(
      Evaluations evaluations,
      ItemSearch items,
      @RestClient Gateway gateway,
      Visitor visitor,
      Clock clock) {
    this.evaluations = evaluations;
    this.items = items;
    this.gateway = gateway;
    this.visitor = visitor;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance evaluation(
        Progress progress,
        List<SuiteResult> suites,
        List<PartGap> gaps,
        ItemList items,
        boolean readable,
        boolean cancellable);

    static native TemplateInstance evaluation$progress(Progress progress);
  }

  @GET
  public TemplateInstance evaluation(
      @RestPath UUID id, @RestQuery @DefaultValue("1") int page, @Context UriInfo address) {
    EvaluationChanged evaluation = known(id);
    Progress progress = progress(evaluation);
    boolean readable = visitor.reads(evaluation);
    return Templates.evaluation(
        progress,
        SuiteResult.of(evaluation.suites()),
        progress.finished() ? PartGap.of(evaluation) : List.of(),
        readable
            ? ItemList.of(
                items,
                ItemAccess.of(visitor),
                evaluation,
                ItemFilter.of(address.getQueryParameters()),
                page)
            : ItemList.NONE,
        readable,
        !progress.finished() && progress.owned());
  }

  private Progress progress(EvaluationChanged evaluation) {
    return Progress.of(evaluation, clock.instant(), visitor.owns(evaluation));
  }

  /** The part of the page that a script refreshes. */
  @GET
  @Path("progress")
  public TemplateInstance progress(@RestPath UUID id) {
    return Templates.evaluation$progress(progress(known(id)));
  }

  /** The gateway decides whether the visitor may. */
  @POST
  @Path("cancel")
  @Authenticated
  public Response cancel(@RestPath UUID id) {
    evaluations.take(gateway.cancel(id));
    return Response.seeOther(URI.create("/evaluations/" + id)).build();
  }

  /** The message about an evaluation that was started a moment ago may still be on its way. */
  private EvaluationChanged known(UUID id) {
    return evaluations.one(id).orElseGet(() -> gateway.evaluation(id));
  }
}
