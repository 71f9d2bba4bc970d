package org.primum.leaderboard.item;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Visitor;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.suite.Suites;

/** One item: what was asked, what was answered, how it was judged. */
@Path("/evaluations/{id}/items/{task}")
@Blocking
class ItemResource {

  private final Evaluations evaluations;
  private final ItemRecords items;
  private final ItemSearch search;
  private final GroupAnswers others;
  private final Visitor visitor;

  ItemResource(
      Evaluations evaluations,
      ItemRecords items,
      ItemSearch search,
      GroupAnswers others,
      Visitor visitor) {
    this.evaluations = evaluations;
    this.items = items;
    this.search = search;
    this.others = others;
    this.visitor = visitor;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance item(ItemPage page);
  }

  /** The address may say which list it was opened from; its neighbours are those of that list. */
  @GET
  public TemplateInstance item(@RestPath UUID id, @RestPath UUID task, @Context UriInfo address) {
    EvaluationChanged evaluation = evaluations.one(id).orElseThrow(NotFoundException::new);
    if (!visitor.reads(evaluation)) {
      throw visitor.isSignedIn() ? new ForbiddenException() : new UnauthorizedException();
    }
    ItemAccess access = ItemAccess.of(visitor);
    ItemFinished item = items.one(id, task, access).orElseThrow(NotFoundException::new);
    ItemFilter filter = ItemFilter.of(address.getQueryParameters());
    return Templates.item(
        new ItemPage(
            evaluation,
            item,
            Suites.of(item.item().suite()),
            items.repetitions(item, access),
            place(item, filter, access),
            // Who reads an item as the model's owner alone learns nothing of other models' answers.
            visitor.reads(evaluation.withoutOwner())
                ? others.to(item, evaluation, access)
                : List.of()));
  }

  private ItemPage.Place place(ItemFinished item, ItemFilter filter, ItemAccess access) {
    UUID id = item.evaluationId();
    int ordinal = item.ordinal();
    return new ItemPage.Place(
        filter,
        FilterChip.of(filter, id),
        search.countBefore(id, filter, access, ordinal) + 1,
        search.count(id, filter, access),
        search.before(id, filter, access, ordinal).orElse(null),
        search.after(id, filter, access, ordinal).orElse(null));
  }
}
