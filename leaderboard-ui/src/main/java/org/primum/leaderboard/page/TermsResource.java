package org.primum.leaderboard.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the numbers may be used for, and what not. */
@Path("/terms")
@Blocking
class TermsResource {

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance terms();
  }

  @GET
  public TemplateInstance terms() {
    return Templates.terms();
  }
}
