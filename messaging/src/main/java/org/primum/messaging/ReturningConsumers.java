package org.primum.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Lets consumers come back that the broker has dropped, because their queue was deleted. The
 * connector takes the end of such a consumer for the end of all messages. So the queues are
 * declared again, and it is asked for messages again.
 */
@ApplicationScoped
class ReturningConsumers implements PublisherDecorator {

  private static final Logger LOG = Logger.getLogger(ReturningConsumers.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BrokerConnections connections;
  private final Topology topology;
  private final UnderWay underWay;

  ReturningConsumers(BrokerConnections connections, Topology topology, UnderWay underWay) {
    this.connections = connections;
    this.topology = topology;
    this.underWay = underWay;
  }

  @Override
  public Multi<? extends Message<?>> decorate(
      Multi<? extends Message<?>> messages, List<String> channels, boolean fromBroker) {
    return fromBroker ? returning(messages, channels.getFirst()) : messages;
  }

  /** Next to the connector, before anybody else has seen the end. */
  @Override
  public int getPriority() {
    return 0;
  }

  <T> Multi<T> returning(Multi<T> messages, String channel) {
    return messages
        .onCompletion()
        .switchTo(() -> underWay.stopping() ? Multi.createFrom().empty() : dropped())
        .onFailure(failure -> !underWay.stopping())
        .call(failure -> declareAgain(channel, failure))
        .onFailure(failure -> !underWay.stopping())
        .retry()
        .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private static <T> Multi<T> dropped() {
    return Multi.createFrom()
        .failure(() -> new IOException("the broker dropped the consumer, or its queue is gone"));
  }

  private Uni<Void> declareAgain(String channel, Throwable failure) {
    LOG.warnf(
        "consumer was dropped and comes back channel=%s reason=\"%s\"",
        channel, failure.getMessage());
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(this::declare);
  }

  private void declare() {
    try (Connection connection = connections.open("primum topology");
        Channel channel = connection.createChannel()) {
      topology.declare(channel);
    } catch (IOException | TimeoutException away) {
      // It is tried again when the consumer has failed to come back.
      LOG.warnf("queues are not declared reason=\"%s\"", away.getMessage());
    }
  }
}
