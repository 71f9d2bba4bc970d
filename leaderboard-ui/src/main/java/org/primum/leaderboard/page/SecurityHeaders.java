package org.primum.leaderboard.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/** Tells browsers to run nothing but our own files, on every response. */
@ApplicationScoped
class SecurityHeaders {

  private static final int EARLY = 1_000;

  private final String policy;

  SecurityHeaders(PagesConfiguration configuration) {
    URI provider = configuration.identityProvider();
    // A form of somebody whose session has ended is redirected to the identity provider.
    policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; form-action 'self' %s://%s; frame-ancestors 'none'; base-uri 'none'"
                .formatted(provider.getScheme(), provider.getRawAuthority());
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, EARLY);
  }

  private void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    context.next();
  }
}
