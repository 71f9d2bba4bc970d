package org.primum.leaderboard.export;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.ItemFinished;

/** What can be fetched from here, and how to cite it. */
@Path("/data")
@Blocking
class DataResource {

  private final BenchmarkVersions versions;

  DataResource(BenchmarkVersions versions) {
    this.versions = versions;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance data(
        List<Column<BoardRow>> board,
        List<DescribedRate> rates,
        List<Column<ItemFinished>> records,
        List<BenchmarkChanged> versions,
        String licence);
  }

  @GET
  public TemplateInstance data() {
    return Templates.data(
        BoardColumns.ALL,
        DescribedRate.all(),
        ItemColumns.ALL,
        versions.published(),
        Licence.WORDS);
  }
}
