package org.primum.leaderboard.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The words of the pages, each with an address of its own. */
@Path("/glossary")
@Blocking
class GlossaryResource {

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance glossary(List<Term> terms);
  }

  @GET
  public TemplateInstance glossary() {
    return Templates.glossary(Term.ALL);
  }
}
