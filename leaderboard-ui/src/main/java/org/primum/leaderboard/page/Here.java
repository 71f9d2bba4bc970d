package org.primum.leaderboard.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The page that is being shown, for its navigation. */
@Named("here")
@RequestScoped
public class Here {

  private final HttpServerRequest request;

  Here(HttpServerRequest request) {
    this.request = request;
  }

  /** The address's path. */
  public String getPath() {
    return request.path();
  }

  /** Marks the link to a part of the site as the current one. */
  public String at(String part) {
    String path = request.path();
    boolean inside = "/".equals(part) ? path.equals(part) : path.startsWith(part);
    return inside ? "page" : "false";
  }
}
