package org.primum.leaderboard.item;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
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
  private final Visitor visitor;

  ItemResource(Evaluations evaluations, ItemRecords items, Visitor visitor) {
    this.evaluations = evaluations;
    this.items = items;
    this.visitor = visitor;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance item(ItemPage page);
  }

  @GET
  public TemplateInstance item(@RestPath UUID id, @RestPath UUID task) {
    EvaluationChanged evaluation = evaluations.one(id).orElseThrow(NotFoundException::new);
    if (!visitor.reads(evaluation)) {
      throw visitor.isSignedIn() ? new ForbiddenException() : new UnauthorizedException();
    }
    ItemAccess access = ItemAccess.of(visitor);
    ItemFinished item = items.one(id, task, access).orElseThrow(NotFoundException::new);
    return Templates.item(
        new ItemPage(
            evaluation,
            item,
            Suites.of(item.item().suite()),
            items.repetitions(item, access),
            items.before(id, item.ordinal(), access).orElse(null),
            items.after(id, item.ordinal(), access).orElse(null)));
  }
}
