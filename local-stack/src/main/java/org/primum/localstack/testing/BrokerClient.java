package org.primum.localstack.testing;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.protocol.Json;

/** Plays a service's neighbours: takes messages from queues and publishes others. */
public final class BrokerClient implements AutoCloseable {

  private final String exchange;
  private final Connection connection;
  private final Channel channel;
  private final Map<String, List<String>> passedOver = new HashMap<>();

  /** Connects; what it publishes goes to the exchange. */
  public BrokerClient(BrokerAddress broker, String exchange) throws IOException, TimeoutException {
    this.exchange = exchange;
    this.connection = broker.connect();
    this.channel = connection.createChannel();
  }

  /** The queue's next message, if one waits. */
  public Optional<String> take(String queue) throws IOException {
    GetResponse found = channel.basicGet(queue, true);
    return Optional.ofNullable(found)
        .map(message -> new String(message.getBody(), StandardCharsets.UTF_8));
  }

  /** The queue's next message, if one waits, read as what it is. */
  public <T> Optional<T> take(String queue, Class<T> type) throws IOException {
    return take(queue).map(message -> Json.read(message, type));
  }

  /**
   * The queue's next message that contains the text, whatever waits before it: what is passed over
   * is kept for later calls of this method, since messages come in no order that can be relied on.
   */
  public Optional<String> takeWith(String queue, String text) throws IOException {
    List<String> kept = passedOver.computeIfAbsent(queue, any -> new ArrayList<>());
    Optional<String> found = kept.stream().filter(message -> message.contains(text)).findFirst();
    if (found.isPresent()) {
      kept.remove(found.get());
      return found;
    }
    Optional<String> next = take(queue);
    while (next.isPresent() && !next.get().contains(text)) {
      kept.add(next.get());
      next = take(queue);
    }
    return next;
  }

  /** Publishes the message as JSON. */
  public void publish(String key, Object message) throws IOException {
    publishRaw(key, Json.write(message));
  }

  /** Publishes the text as it is. */
  public void publishRaw(String key, String body) throws IOException {
    channel.basicPublish(
        exchange, key, new AMQP.BasicProperties(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    connection.abort();
  }
}
