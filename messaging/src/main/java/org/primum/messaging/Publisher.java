package org.primum.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Publishes and waits until the broker has taken responsibility: persistent, mandatory, confirmed.
 * One holder, one thread at a time. After any failure the next call connects anew.
 */
@Dependent
class Publisher implements AutoCloseable {

  /**
   * One message on its way.
   *
   * @param exchange where to
   * @param key routing key
   * @param messageId stable over repeated publishing
   * @param headers further properties
   * @param body the content
   */
  record Parcel(
      String exchange, String key, UUID messageId, Map<String, Object> headers, byte[] body) {

    static Parcel json(String key, UUID messageId, String body) {
      return new Parcel(
          Topology.EXCHANGE, key, messageId, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final int PERSISTENT = 2;
  private static final long CONFIRM_TIMEOUT_MILLIS = 10_000;

  private final BrokerConnections connections;
  private final Topology topology;
  private final AtomicReference<String> unroutable = new AtomicReference<>();
  private Connection connection;
  private Channel channel;

  Publisher(BrokerConnections connections, Topology topology) {
    this.connections = connections;
    this.topology = topology;
  }

  /** Connects and declares the topology, unless connected. */
  synchronized void connect() throws IOException {
    if (channel != null && channel.isOpen()) {
      return;
    }
    close();
    try {
      connection = connections.open("primum publisher");
      channel = connection.createChannel();
      topology.declare(channel);
      channel.confirmSelect();
      channel.addReturnListener(returned -> unroutable.set(returned.getRoutingKey()));
    } catch (TimeoutException slow) {
      throw new IOException("the broker did not answer in time", slow);
    }
  }

  /**
   * Publishes all of them.
   *
   * @throws IOException when the broker did not confirm every one; any of them may have been taken
   */
  synchronized void publish(List<Parcel> parcels) throws IOException {
    connect();
    try {
      unroutable.set(null);
      for (Parcel parcel : parcels) {
        AMQP.BasicProperties properties =
            new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .messageId(parcel.messageId().toString())
                .headers(parcel.headers())
                .build();
        channel.basicPublish(parcel.exchange(), parcel.key(), true, properties, parcel.body());
      }
      channel.waitForConfirmsOrDie(CONFIRM_TIMEOUT_MILLIS);
    } catch (TimeoutException | RuntimeException failed) {
      close();
      throw new IOException("the broker did not confirm", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted while waiting for the broker", interrupted);
    } catch (IOException failed) {
      close();
      throw failed;
    }
    String lost = unroutable.get();
    if (lost != null) {
      close();
      throw new IOException("no queue took the message with key " + lost);
    }
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.abort(1_000);
    }
    connection = null;
    channel = null;
  }
}
