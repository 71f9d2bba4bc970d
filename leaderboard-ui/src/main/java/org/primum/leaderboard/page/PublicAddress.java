package org.primum.leaderboard.page;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URI;
import org.primum.protocol.Require;
import org.primum.protocol.message.BenchmarkChanged;

/** Where the world finds these pages, for whatever leaves them. */
@Named("site")
@RequestScoped
public class PublicAddress {

  private final String base;

  PublicAddress(PagesConfiguration configuration, HttpServerRequest request) {
    base = configuration.address().map(PublicAddress::checked).orElseGet(() -> of(request));
  }

  private static String checked(URI address) {
    Require.that(
        address.getHost() != null
            && ("https".equals(address.getScheme()) || "http".equals(address.getScheme())),
        "primum.pages.address must begin with https:// or http:// and name a host: " + address);
    return address.toString().replaceAll("/+$", "");
  }

  private static String of(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return request.scheme() + "://" + (authority == null ? "localhost" : authority.toString());
  }

  /** The whole address of a page. */
  public String of(String path) {
    return base + path;
  }

  /** The whole address of a benchmark version's page. */
  public String ofVersion(BenchmarkChanged version) {
    return of(
        "/benchmarks/%s/%s"
            .formatted(
                Formatting.encoded(version.benchmark()), Formatting.encoded(version.version())));
  }

  /** The address itself, without a slash at its end. */
  public String getBase() {
    return base;
  }
}
