package org.primum.gateway.notification;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.primum.modelclient.CredentialSeal;
import org.primum.modelclient.CredentialUnreadable;

/**
 * Sends webhooks, signed. The connection goes to the very address that was checked. Redirects are
 * not followed, and nothing is read of a reply but its status.
 */
@ApplicationScoped
class WebhookSender {

  private static final int GONE = 410;

  private final WebAddress addresses;
  private final CredentialSeal seal;
  private final Duration timeout;
  private final Clock clock;
  private final HttpClient http;

  WebhookSender(
      WebAddress addresses,
      CredentialSeal seal,
      NotificationConfiguration configuration,
      Vertx vertx,
      Clock clock) {
    this.addresses = addresses;
    this.seal = seal;
    this.timeout = configuration.timeout();
    this.clock = clock;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis())));
  }

  /** Makes one attempt, and says what came of it. */
  Outcome send(Sending sending) {
    try {
      SigningSecret secret =
          SigningSecret.of(seal.open(sending.sealedSecret(), sending.recipientId()));
      URI address = URI.create(sending.address());
      return outcome(status(request(sending, address, secret), sending.body()));
    } catch (WebAddress.Refused refused) {
      return new Outcome.Failed("The address %s.".formatted(refused.getMessage()));
    } catch (CredentialUnreadable unreadable) {
      return new Outcome.Refused(
          "The secret cannot be read any more. Remove this webhook and add it again.", true);
    } catch (TimeoutException late) {
      return new Outcome.Failed(
          "No reply came within %d seconds.".formatted(Math.max(1, timeout.toSeconds())));
    } catch (ExecutionException failed) {
      return new Outcome.Failed(explain(failed.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("This service was stopped meanwhile.");
    }
  }

  private RequestOptions request(Sending sending, URI address, SigningSecret secret)
      throws WebAddress.Refused {
    InetAddress host = addresses.host(address);
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    Instant now = clock.instant();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(host, port)))
        .setHost(address.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
        .setFollowRedirects(false)
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Primum")
        .putHeader("webhook-id", sending.id().toString())
        .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .putHeader("webhook-signature", secret.sign(sending.id().toString(), now, sending.body()));
  }

  private int status(RequestOptions options, String body)
      throws InterruptedException, ExecutionException, TimeoutException {
    AtomicReference<HttpClientRequest> begun = new AtomicReference<>();
    CompletableFuture<Integer> status =
        http.request(options)
            .compose(
                request -> {
                  begun.set(request);
                  return request.send(Buffer.buffer(body));
                })
            .map(
                response -> {
                  int found = response.statusCode();
                  // Whatever else it says is of no use here, and may never end.
                  response.exceptionHandler(cutOff -> {});
                  response.request().connection().close();
                  return found;
                })
            .toCompletionStage()
            .toCompletableFuture();
    try {
      return status.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | TimeoutException noReply) {
      if (begun.get() != null) {
        begun.get().reset();
      }
      throw noReply;
    }
  }

  private static Outcome outcome(int status) {
    return switch (status / 100) {
      case 2 -> new Outcome.Delivered();
      case 3 ->
          new Outcome.Failed(
              "The receiver redirects (HTTP %d). Enter the final address: redirects are not followed."
                  .formatted(status));
      default ->
          status == GONE
              ? new Outcome.Refused("The receiver wants no more (HTTP 410).", true)
              : new Outcome.Failed("The receiver answered with HTTP %d.".formatted(status));
    };
  }

  /** Nothing of what the other side said: it may have written anything. */
  private static String explain(Throwable cause) {
    if (cause instanceof SSLException) {
      return "No secure connection could be made. Check the receiver's certificate.";
    }
    if (cause instanceof java.net.ConnectException) {
      return "The receiver could not be reached. Check host and port, and that it is running.";
    }
    return "The connection was lost before a reply came.";
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
