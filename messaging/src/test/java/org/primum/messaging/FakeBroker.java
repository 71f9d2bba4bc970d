package org.primum.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ReturnCallback;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** A broker in memory that remembers what it was told, and fails when a test wants it to. */
final class FakeBroker extends BrokerConnections {

  /** One message as the broker got it. */
  record Published(
      String exchange,
      String key,
      boolean mandatory,
      AMQP.BasicProperties properties,
      String body) {}

  /** One queue as it was declared. */
  record Queue(boolean durable, boolean exclusive, boolean autoDelete, Object arguments) {}

  /** A queue bound to an exchange by a key. */
  record Binding(String queue, String exchange, String key) {}

  final Map<String, BuiltinExchangeType> exchanges = new HashMap<>();
  final Map<String, Queue> queues = new HashMap<>();
  final Set<Binding> bindings = new HashSet<>();
  final List<Published> published = new ArrayList<>();

  /** The names of all connections, in the order they were opened. */
  final List<String> connections = new ArrayList<>();

  boolean slow;
  boolean unreachable;
  boolean confirms = true;
  boolean routes = true;
  private boolean open;
  private ReturnCallback returned;

  FakeBroker() {
    super(null);
  }

  @Override
  Connection open(String name) throws IOException, TimeoutException {
    if (slow) {
      throw new TimeoutException("no handshake");
    }
    if (unreachable) {
      throw new IOException("connection refused");
    }
    connections.add(name);
    open = true;
    return fake(
        Connection.class,
        (connection, method, arguments) ->
            switch (method.getName()) {
              case "createChannel" -> channel();
              case "abort" -> {
                open = false;
                yield null;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  /** As when the network breaks while nobody is looking. */
  void dropConnections() {
    open = false;
  }

  Channel channel() {
    return fake(
        Channel.class,
        (channel, method, arguments) ->
            switch (method.getName()) {
              case "isOpen" -> open;
              case "exchangeDeclare" -> {
                exchanges.put((String) arguments[0], (BuiltinExchangeType) arguments[1]);
                yield null;
              }
              case "queueDeclare" -> declareQueue(arguments);
              case "queueBind" -> {
                bindings.add(
                    new Binding(
                        (String) arguments[0], (String) arguments[1], (String) arguments[2]));
                yield null;
              }
              case "confirmSelect" -> null;
              case "addReturnListener" -> {
                returned = (ReturnCallback) arguments[0];
                yield null;
              }
              case "basicPublish" -> {
                publish(arguments);
                yield null;
              }
              case "waitForConfirmsOrDie" -> {
                if (!confirms) {
                  throw new TimeoutException("no confirm");
                }
                yield null;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private Object declareQueue(Object[] arguments) {
    queues.put(
        (String) arguments[0],
        new Queue(
            (boolean) arguments[1], (boolean) arguments[2], (boolean) arguments[3], arguments[4]));
    return null;
  }

  private void publish(Object[] arguments) {
    Published message =
        new Published(
            (String) arguments[0],
            (String) arguments[1],
            (boolean) arguments[2],
            (AMQP.BasicProperties) arguments[3],
            new String((byte[]) arguments[4], StandardCharsets.UTF_8));
    if (routes) {
      published.add(message);
    } else {
      returned.handle(
          new Return(
              312,
              "NO_ROUTE",
              message.exchange(),
              message.key(),
              message.properties(),
              new byte[0]));
    }
  }

  /** Only the calls that are made; any other fails the test. */
  private static <T> T fake(Class<T> type, InvocationHandler calls) {
    return type.cast(
        Proxy.newProxyInstance(FakeBroker.class.getClassLoader(), new Class<?>[] {type}, calls));
  }
}
