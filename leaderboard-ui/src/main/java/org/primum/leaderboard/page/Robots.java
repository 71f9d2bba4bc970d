package org.primum.leaderboard.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Keeps robots from prompts and answers: harmful text belongs in no search engine and in no
 * training data. What robots may not even ask for stands in {@code robots.txt}; one that asks all
 * the same is told here to keep nothing.
 */
@ApplicationScoped
class Robots {

  private static final int EARLY = 900;

  /** Evaluations with their items, comparisons item by item, records and archives of answers. */
  private static final Pattern TEXTS =
      Pattern.compile(
          "/evaluations/.*|/compare(/.*)?|/.*/(items|records|answers|archive)([./].*)?");

  void register(@Observes Filters filters) {
    filters.register(this::add, EARLY);
  }

  private void add(RoutingContext context) {
    if (TEXTS.matcher(context.normalizedPath()).matches()) {
      context.response().headers().set("X-Robots-Tag", "noindex, nofollow");
    }
    context.next();
  }
}
