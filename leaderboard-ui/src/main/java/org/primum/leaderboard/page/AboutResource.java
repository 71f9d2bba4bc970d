package org.primum.leaderboard.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.List;
import org.primum.protocol.Generation;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** The method in plain words. */
@Path("/about")
@Blocking
class AboutResource {

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance about(
        Collection<Suite> suites,
        List<MeasureGuide> measures,
        Generation generation,
        List<IntervalExample> examples);
  }

  @GET
  public TemplateInstance about() {
    return Templates.about(
        Suites.all(), MeasureGuide.all(), Generation.PUBLISHED, IntervalExample.NINE_OF_TEN);
  }
}
