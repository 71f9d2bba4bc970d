package org.primum.leaderboard.error;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a form that is announced as too large with a page; the server has none. */
@ApplicationScoped
class BodyLimit {

  /** Higher than the server's own check of the size. */
  private static final int PRIORITY = 100;

  private final long limit;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext exchange) {
    String announced = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (announced == null || Long.parseLong(announced) <= limit) {
      exchange.next();
      return;
    }
    // A browser looks for an answer only after the form, so it is read, and dropped.
    exchange.request().resume();
    int status = Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
    exchange
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8")
        .end(ErrorPages.html(ErrorText.of(status)));
  }
}
