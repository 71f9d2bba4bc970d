package org.primum.leaderboard.sharing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.page.PublicAddress;

/** A model's result as a card that other pages may show in a frame. */
@Path("/models/{id}/card")
@Blocking
class CardResource {

  /**
   * As strict as that of the pages, but for frames: the card has no form, no session, no script.
   */
  private static final String FRAMED =
      "default-src 'none'; style-src 'self'; frame-ancestors *; form-action 'none';"
          + " base-uri 'none'";

  private final Evaluations evaluations;
  private final PublicAddress address;
  private final CurrentVertxRequest exchange;

  CardResource(Evaluations evaluations, PublicAddress address, CurrentVertxRequest exchange) {
    this.evaluations = evaluations;
    this.address = address;
    this.exchange = exchange;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance card(ModelResult result, String address);
  }

  @GET
  public Response card(@RestPath UUID id) {
    ModelResult result = ModelResult.of(id, evaluations).orElseThrow(NotFoundException::new);
    // In the place of the one that every response has; a header of our own would stand beside it.
    exchange.getCurrent().response().putHeader("Content-Security-Policy", FRAMED);
    return Response.ok(Templates.card(result, address.of("/models/" + id)).render())
        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, ModelResult.KEPT)
        .build();
  }
}
