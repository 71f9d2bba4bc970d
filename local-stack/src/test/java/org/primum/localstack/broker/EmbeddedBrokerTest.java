package org.primum.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

  private static final Map<String, Object> QUORUM =
      Map.of(
          "x-queue-type", "quorum",
          "x-dead-letter-exchange", "dead",
          "x-delivery-limit", 20);

  @Test
  void deliversConfirmedMessagesOfAQuorumQueueDeclaration() throws Exception {
    int port = freePort();
    try (EmbeddedBroker broker = EmbeddedBroker.start(port, "somebody", "secret");
        Connection connection = broker.address().connect();
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare("topics", BuiltinExchangeType.TOPIC, true);
      channel.queueDeclare("work", true, false, false, QUORUM);
      channel.queueBind("work", "topics", "prompt.v1");
      channel.confirmSelect();

      channel.basicPublish(
          "topics",
          "prompt.v1",
          true,
          MessageProperties.PERSISTENT_BASIC,
          "hello".getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(5_000);

      GetResponse taken = channel.basicGet("work", true);
      assertThat(taken.getBody()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }
  }

  @Test
  void turnsAwayAWrongPassword() throws Exception {
    int port = freePort();
    try (EmbeddedBroker broker = EmbeddedBroker.start(port, "somebody", "secret")) {
      BrokerAddress stranger =
          new BrokerAddress("localhost", port, "somebody", "wrong", broker.address().virtualHost());

      assertThat(stranger.answers()).isFalse();
    }
  }

  @Test
  void startsAgainOnTheSamePort() throws Exception {
    int port = freePort();
    EmbeddedBroker.start(port, "somebody", "secret").close();

    try (EmbeddedBroker again = EmbeddedBroker.start(port, "somebody", "secret")) {
      assertThat(again.address().answers()).isTrue();
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
