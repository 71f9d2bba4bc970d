package org.primum.leaderboard.admin;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.primum.leaderboard.page.Formatting;

/**
 * Where the pages of a benchmark version are.
 *
 * @param benchmark the benchmark
 * @param version the version
 */
public record VersionAddress(String benchmark, String version) {

  /** The version's own page. */
  public String path() {
    return "/admin/benchmarks/%s/%s"
        .formatted(Formatting.encoded(benchmark), Formatting.encoded(version));
  }

  /** The page of one of its items. */
  public String item(String suite, String id) {
    return path()
        + "/item?suite=%s&id=%s".formatted(Formatting.encoded(suite), Formatting.encoded(id));
  }

  /** Leads to the version's page, which says what was done. */
  public Response redirect(Done done) {
    return Response.seeOther(URI.create(path() + "?done=" + done.label())).build();
  }

  /** Leads to the page of one of its items, which says what was done. */
  public Response redirect(String suite, String id, Done done) {
    return Response.seeOther(URI.create(item(suite, id) + "&done=" + done.label())).build();
  }
}
