package org.primum.leaderboard.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the cookie of forms from files that hold none. They are the same for everybody, and a cache
 * that keeps one must not hand the cookie of one visitor to another.
 */
@ApplicationScoped
class CookielessFiles {

  private static final int EARLY = 900;

  private static final Pattern FILE =
      Pattern.compile(
          ".*\\.(csv|json|ndjson|parquet|zip|atom|svg|bib|cff|jsonld)|/models/[^/]+/card");

  private final String cookie;

  CookielessFiles(
      @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token")
          String cookie) {
    this.cookie = cookie;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, EARLY);
  }

  private void watch(RoutingContext context) {
    if (FILE.matcher(context.request().path()).matches()) {
      HttpServerResponse response = context.response();
      context.addHeadersEndHandler(any -> response.removeCookies(cookie, false));
    }
    context.next();
  }
}
