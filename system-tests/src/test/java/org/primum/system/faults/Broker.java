package org.primum.system.faults;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.system.golden.Queues;

/**
 * Stands between the exchange and the work queues for a while, so that messages arrive otherwise
 * than they were sent.
 */
final class Broker {

  private static final String EXCHANGE = "primum";
  private static final int LONGEST_HELD_MILLIS = 400;

  private final Connection connection;
  private final Channel channel;
  private final String tap;
  private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();
  private boolean unbound;

  private Broker(BrokerAddress address) throws IOException, TimeoutException {
    connection = address.connect();
    channel = connection.createChannel();
    tap = channel.queueDeclare().getQueue();
    channel.queueBind(tap, EXCHANGE, "#");
  }

  /** From now on every message is delivered twice. */
  static Broker deliveringTwice(BrokerAddress address) throws IOException, TimeoutException {
    Broker broker = new Broker(address);
    broker.channel.basicConsume(
        broker.tap, true, (tag, message) -> broker.forward(message), tag -> {});
    return broker;
  }

  /** From now on messages are held back for some time each, and so overtake each other. */
  static Broker shuffling(BrokerAddress address, Random random)
      throws IOException, TimeoutException {
    Broker broker = new Broker(address);
    broker.channel.basicConsume(
        broker.tap,
        true,
        (tag, message) -> {
          Duration held = Duration.ofMillis(random.nextInt(LONGEST_HELD_MILLIS));
          broker.later.execute(
              () -> {
                Scene.lasting(held);
                broker.forward(message);
              });
        },
        tag -> {});
    broker.unbound = true;
    for (Map.Entry<String, String> queue : Queues.KEYS.entrySet()) {
      broker.channel.queueUnbind(queue.getKey(), EXCHANGE, queue.getValue());
    }
    return broker;
  }

  private void forward(Delivery message) {
    String key = message.getEnvelope().getRoutingKey();
    AMQP.BasicProperties properties = message.getProperties();
    try {
      synchronized (channel) {
        for (Map.Entry<String, String> queue : Queues.KEYS.entrySet()) {
          if (queue.getValue().equals(key)) {
            channel.basicPublish("", queue.getKey(), properties, message.getBody());
          }
        }
      }
    } catch (IOException lost) {
      System.out.println("A message was lost in between: " + lost.getMessage());
    }
  }

  /** All is as before; what is held back still arrives. */
  void restore() throws IOException {
    if (unbound) {
      for (Map.Entry<String, String> queue : Queues.KEYS.entrySet()) {
        channel.queueBind(queue.getKey(), EXCHANGE, queue.getValue());
      }
    }
    channel.queueUnbind(tap, EXCHANGE, "#");
    later.close();
    connection.close();
  }
}
