package org.primum.system.secrecy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.primum.localstack.broker.BrokerAddress;

/** Listens to everything that goes through the broker. */
final class EveryMessage implements AutoCloseable {

  private final Connection connection;
  private final List<String> messages = new CopyOnWriteArrayList<>();

  EveryMessage(BrokerAddress broker) throws IOException, TimeoutException {
    connection = broker.connect();
    Channel channel = connection.createChannel();
    String queue = channel.queueDeclare().getQueue();
    channel.queueBind(queue, "primum", "#");
    channel.basicConsume(
        queue,
        true,
        (tag, delivery) ->
            messages.add(
                delivery.getEnvelope().getRoutingKey()
                    + " "
                    + delivery.getProperties()
                    + " "
                    + new String(delivery.getBody(), StandardCharsets.UTF_8)),
        tag -> {});
  }

  /** What has come so far, each with its key and properties. */
  List<String> soFar() {
    return messages;
  }

  @Override
  public void close() {
    connection.abort();
  }
}
