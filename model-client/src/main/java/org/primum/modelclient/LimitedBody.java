package org.primum.modelclient;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Collects a body up to a limit and stops the transfer there, so that an endless reply costs no
 * more memory than the limit. It also remembers that a reply began: a connection lost after that is
 * another failure than one lost before.
 */
final class LimitedBody implements HttpResponse.BodyHandler<LimitedBody.Content> {

  /**
   * What was collected.
   *
   * @param bytes at most the limit
   * @param tooLarge whether there was more
   */
  record Content(byte[] bytes, boolean tooLarge) {}

  private final int limit;
  private volatile boolean begun;

  LimitedBody(int limit) {
    this.limit = limit;
  }

  boolean begun() {
    return begun;
  }

  @Override
  public HttpResponse.BodySubscriber<Content> apply(HttpResponse.ResponseInfo info) {
    begun = true;
    return new Collector(limit);
  }

  private static final class Collector implements HttpResponse.BodySubscriber<Content> {

    private final int limit;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private Flow.Subscription subscription;

    Collector(int limit) {
      this.limit = limit;
    }

    @Override
    public CompletionStage<Content> getBody() {
      return content;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[Math.min(buffer.remaining(), limit - collected.size())];
        buffer.get(bytes);
        collected.writeBytes(bytes);
        if (buffer.hasRemaining()) {
          subscription.cancel();
          content.complete(new Content(collected.toByteArray(), true));
          return;
        }
      }
    }

    @Override
    public void onError(Throwable failure) {
      content.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      content.complete(new Content(collected.toByteArray(), false));
    }
  }
}
