package org.primum.runner.asking;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.primum.messaging.BrokerConfiguration;
import org.primum.messaging.Topology;
import org.primum.protocol.Json;

/** Plays gateway and judge: issues prompts and takes what comes of them. */
final class BrokerClient implements AutoCloseable {

  private final Connection connection;
  private final Channel channel;

  BrokerClient(BrokerConfiguration broker) throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setUsername(broker.user());
    factory.setPassword(broker.password());
    factory.setVirtualHost(broker.virtualHost());
    this.connection = factory.newConnection("test");
    this.channel = connection.createChannel();
  }

  Optional<String> take(String queue) throws IOException {
    GetResponse found = channel.basicGet(queue, true);
    return Optional.ofNullable(found)
        .map(message -> new String(message.getBody(), StandardCharsets.UTF_8));
  }

  long waiting(String queue) throws IOException {
    return channel.messageCount(queue);
  }

  void publish(String key, Object message) throws IOException {
    publishRaw(key, Json.write(message));
  }

  void publishRaw(String key, String body) throws IOException {
    channel.basicPublish(
        Topology.EXCHANGE, key, new AMQP.BasicProperties(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    connection.abort();
  }
}
