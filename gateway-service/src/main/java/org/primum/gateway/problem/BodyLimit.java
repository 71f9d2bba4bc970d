package org.primum.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that is announced as too large with a sentence; the server has none. */
@ApplicationScoped
class BodyLimit {

  static final String DETAIL =
      "The body is larger than 256 MB and is not taken. Send the file in parts, or as a zip.";

  /** Higher than the server's own check of the size. */
  private static final int PRIORITY = 100;

  private final long limit;
  private final ObjectMapper json;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      ObjectMapper json) {
    this.limit = limit.asLongValue();
    this.json = json;
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
    // Many clients look for an answer only after the body, so it is read, and dropped.
    exchange.request().resume();
    exchange
        .response()
        .setStatusCode(Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
        .end(document());
  }

  private String document() {
    try {
      return json.writeValueAsString(
          ProblemDocument.of(Response.Status.REQUEST_ENTITY_TOO_LARGE, DETAIL, List.of()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
