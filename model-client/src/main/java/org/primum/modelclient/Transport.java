package org.primum.modelclient;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.primum.protocol.FailureKind;

/**
 * Sends one request and waits for the whole reply. Redirects are not followed: the key goes to the
 * host it was given for and to no other.
 */
final class Transport implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Limits limits;
  private final HttpClient http;

  Transport(Limits limits) {
    this.limits = limits;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** The reply, or a {@link Broken} with why there is none. */
  HttpReply send(HttpRequest request) throws Broken {
    return send(request, limits::request);
  }

  /**
   * The same within another time, which may change while the reply is waited for.
   *
   * @param longest how long the whole reply is waited for
   */
  HttpReply send(HttpRequest request, Supplier<Duration> longest) throws Broken {
    LimitedBody body = new LimitedBody(limits.replyBytes());
    CompletableFuture<HttpResponse<LimitedBody.Content>> sent = http.sendAsync(request, body);
    try {
      HttpResponse<LimitedBody.Content> response = await(sent, longest);
      return new HttpReply(
          response.statusCode(),
          response.headers(),
          response.body().bytes(),
          response.body().tooLarge());
    } catch (TimeoutException late) {
      sent.cancel(true);
      throw new Broken(
          Attempt.Trouble.passing(
              FailureKind.TIMED_OUT,
              "No complete reply came within "
                  + Wording.duration(longest.get())
                  + ". Check that the endpoint is not overloaded."));
    } catch (ExecutionException failed) {
      throw new Broken(explain(failed.getCause(), body.begun()));
    } catch (InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a model was asked");
    }
  }

  /** The client's own timeout ends when the headers are there; this one covers the body too. */
  private static <T> T await(CompletableFuture<T> sent, Supplier<Duration> longest)
      throws TimeoutException, ExecutionException, InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      long left = longest.get().toNanos() - (System.nanoTime() - begun);
      if (left <= LOOK_AGAIN.toNanos()) {
        return sent.get(Math.max(0, left), TimeUnit.NANOSECONDS);
      }
      try {
        return sent.get(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException notYet) {
        continue;
      }
    }
  }

  private Attempt.Trouble explain(Throwable cause, boolean begun) {
    if (begun) {
      return Attempt.Trouble.passing(
          FailureKind.UNREADABLE_REPLY, "The reply broke off before it was complete.");
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return Attempt.Trouble.passing(
          FailureKind.UNREACHABLE,
          "No connection could be made within "
              + Wording.duration(limits.connect())
              + ". Check host and port, and that a firewall lets Primum through.");
    }
    if (cause instanceof SSLException) {
      return Attempt.Trouble.lasting(
          FailureKind.UNREACHABLE,
          "No secure connection could be made. Check the endpoint's certificate, and whether the"
              + " address should begin with http:// instead of https://.");
    }
    if (cause instanceof ConnectException && unresolved(cause)) {
      return Attempt.Trouble.passing(
          FailureKind.UNREACHABLE,
          "The host name is not known. Check the spelling of the base URL.");
    }
    if (cause instanceof ConnectException) {
      return Attempt.Trouble.passing(
          FailureKind.UNREACHABLE,
          "The endpoint refused the connection. Check host and port, and that the server is"
              + " running.");
    }
    if (cause instanceof IOException) {
      return Attempt.Trouble.passing(
          FailureKind.UNREACHABLE,
          "The connection was lost before a reply began. Check that the address is an HTTP"
              + " endpoint and that the server is healthy.");
    }
    return Attempt.Trouble.lasting(
        FailureKind.UNREACHABLE,
        "The request could not be sent (" + cause.getClass().getSimpleName() + ").");
  }

  private static boolean unresolved(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** No reply came. */
  static final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Attempt.Trouble trouble;

    Broken(Attempt.Trouble trouble) {
      super(trouble.detail());
      this.trouble = trouble;
    }

    Attempt.Trouble trouble() {
      return trouble;
    }
  }
}
