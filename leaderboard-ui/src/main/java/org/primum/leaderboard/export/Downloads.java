package org.primum.leaderboard.export;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Files that are made while they are sent. A reader that is slow makes the writer wait, and only so
 * many are sent at once.
 */
@ApplicationScoped
class Downloads {

  private static final Logger LOG = Logger.getLogger(Downloads.class);

  /** Each needs a few megabytes. */
  private static final int AT_ONCE = 24;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final CurrentVertxRequest exchange;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Downloads(CurrentVertxRequest exchange) {
    this.exchange = exchange;
  }

  /** Writes the whole of a file. */
  @FunctionalInterface
  interface Content {

    void write(OutputStream out) throws IOException;
  }

  /** A table in that format. */
  Response.ResponseBuilder of(String name, Format format, Content content) {
    return of(name + "." + format.extension(), format.mediaType(), content);
  }

  /** A file of that name, which may hold anything. */
  Response.ResponseBuilder of(String fileName, String mediaType, Content content) {
    return Response.ok((StreamingOutput) out -> send(content, out))
        .type(mediaType)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            // Nothing of a name gets into a header that could end it.
            "attachment; filename=\"%s\"".formatted(fileName.replaceAll("[^A-Za-z0-9._-]", "_")));
  }

  /** Says in a sentence why there is no file. */
  static Response refused(String reason) {
    return Response.status(Response.Status.CONFLICT)
        .type(MediaType.TEXT_PLAIN + ";charset=UTF-8")
        .entity(reason + "\n")
        .build();
  }

  private void send(Content content, OutputStream out) throws IOException {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ServiceUnavailableException(ASK_AGAIN.toSeconds());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    try {
      content.write(out);
    } catch (IOException | RuntimeException broken) {
      HttpServerResponse response = exchange.getCurrent().response();
      if (!response.headWritten()) {
        throw broken;
      }
      breakOff(response, broken);
    } finally {
      places.release();
    }
  }

  /**
   * What was sent already must not look like a whole file, so the connection ends without the end
   * of the response. Nothing is wrong here when it was the reader who went away.
   */
  private static void breakOff(HttpServerResponse response, Exception broken) {
    if (response.closed()) {
      LOG.debugf("a download was given up reason=\"%s\"", broken.getMessage());
    } else {
      LOG.error("a download broke off", broken);
      boolean reset = response.reset();
      LOG.debugf("the connection was ended reset=%s", reset);
    }
  }
}
