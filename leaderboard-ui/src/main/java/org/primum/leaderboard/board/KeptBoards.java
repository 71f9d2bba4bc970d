package org.primum.leaderboard.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.primum.leaderboard.page.PagesConfiguration;

/**
 * Boards as people who are not signed in last saw them, packed, so that many readers at once cost
 * hardly more than one. A board is given out again for a moment; then the next reader has it made
 * anew, and those who come meanwhile still get the one before. Nobody sees one that is older than
 * twice that moment.
 */
@ApplicationScoped
class KeptBoards {

  private static final int AFTER_SECURITY_HEADERS = 900;
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final int LONGEST_QUERY = 1_000;
  private static final String SESSION = "q_session";
  private static final String PACKED = "gzip";

  /**
   * A board.
   *
   * @param plain as it is
   * @param packed the same by gzip
   * @param tag names this content
   * @param madeAt when, on the clock of {@link #nanos}
   * @param renewed whether somebody began to make it anew
   */
  record Kept(Buffer plain, Buffer packed, String tag, long madeAt, AtomicBoolean renewed) {

    int bytes() {
      return plain.length() + packed.length();
    }
  }

  private final long moment;
  private final LongSupplier nanos;
  private final Cache<String, Kept> boards =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String query, Kept board) -> board.bytes())
          .build();

  @Inject
  KeptBoards(PagesConfiguration configuration) {
    this(configuration.keepBoard(), System::nanoTime);
  }

  KeptBoards(Duration moment, LongSupplier nanos) {
    this.moment = moment.toNanos();
    this.nanos = nanos;
  }

  void register(@Observes Filters filters) {
    if (moment > 0) {
      filters.register(this::answer, AFTER_SECURITY_HEADERS);
    }
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    Kept board = keeps(request) ? usable(query(request)) : null;
    if (board == null) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    head(response, board);
    if (board.tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", "text/html;charset=UTF-8");
    boolean packs = packs(request);
    response.putHeader("Content-Encoding", encoding(packs)).end(packs ? board.packed : board.plain);
  }

  /** Whether that request is one for a board by somebody who is not signed in. */
  static boolean keeps(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET)
        && "/".equals(request.path())
        && query(request).length() <= LONGEST_QUERY
        && request.cookies().stream().map(Cookie::getName).noneMatch(n -> n.startsWith(SESSION));
  }

  /** The board of an address, if there is one that may be given out. */
  Kept usable(String query) {
    Kept board = boards.getIfPresent(query);
    if (board == null) {
      return null;
    }
    long age = nanos.getAsLong() - board.madeAt;
    if (age < moment) {
      return board;
    }
    boolean first = board.renewed.compareAndSet(false, true);
    return first || age >= 2 * moment ? null : board;
  }

  /** The body of the answer with a board that was just made; it is kept where others may get it. */
  byte[] made(RoutingContext context, String page) {
    HttpServerRequest request = context.request();
    if (moment <= 0 || !keeps(request)) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
    Kept board = keep(query(request), page);
    boolean packs = packs(request);
    // At the end: what comes before leaves it to the server to pack by the type of the page.
    context.addHeadersEndHandler(
        end -> head(context.response(), board).putHeader("Content-Encoding", encoding(packs)));
    return (packs ? board.packed : board.plain).getBytes();
  }

  private static HttpServerResponse head(HttpServerResponse response, Kept board) {
    return response
        .putHeader("ETag", board.tag)
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Vary", "Accept-Encoding, Cookie");
  }

  private static String encoding(boolean packs) {
    return packs ? PACKED : "identity";
  }

  Kept keep(String query, String page) {
    byte[] plain = page.getBytes(StandardCharsets.UTF_8);
    Kept board =
        new Kept(
            Buffer.buffer(plain),
            Buffer.buffer(packed(plain)),
            tag(plain),
            nanos.getAsLong(),
            new AtomicBoolean());
    boards.put(query, board);
    return board;
  }

  private static boolean packs(HttpServerRequest request) {
    String takes = request.getHeader("Accept-Encoding");
    return takes != null && takes.contains(PACKED);
  }

  private static String query(HttpServerRequest request) {
    return request.query() == null ? "" : request.query();
  }

  private static String tag(byte[] page) {
    CRC32C sum = new CRC32C();
    sum.update(page);
    return "\"%x-%x\"".formatted(sum.getValue(), page.length);
  }

  private static byte[] packed(byte[] page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(page);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return bytes.toByteArray();
  }
}
