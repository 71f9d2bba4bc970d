package org.primum.runner.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.protocol.message.PromptIssued;

/** Somebody deletes the queue that the runner consumes. */
@QuarkusTest
class DroppedConsumerTest extends RunnerScene {

  private static final String QUEUE = "runner.prompts";

  @TestHTTPResource("/q/health")
  URL health;

  private Connection connection;

  @BeforeEach
  void connectToo() throws IOException, TimeoutException {
    connection = brokerAddress.connect();
  }

  @AfterEach
  void closeToo() {
    connection.abort();
  }

  @Test
  void itComesBackAndGoesOn() throws IOException, TimeoutException {
    assumeThat(connection.getServerProperties().get("product")).hasToString("RabbitMQ");

    for (int time = 0; time < 2; time++) {
      await().atMost(PATIENCE).until(() -> consumers() == 1);
      deleteQueue();

      await().atMost(PATIENCE).until(() -> consumers() == 1);
      PromptIssued prompt = promptTo(endpoint(Reply.says("No.")));
      issue(prompt);
      assertThat(awaitAnswer(prompt).answer().text()).isEqualTo("No.");
      assertThat(healthy()).isTrue();
    }
  }

  private boolean healthy() throws IOException {
    return ((HttpURLConnection) health.openConnection()).getResponseCode() == 200;
  }

  private void deleteQueue() throws IOException, TimeoutException {
    try (Channel channel = connection.createChannel()) {
      channel.queueDelete(QUEUE);
    }
  }

  /** Zero also while there is no queue; asking for one that is not there closes the channel. */
  private long consumers() throws IOException {
    Channel channel = connection.createChannel();
    try {
      return channel.consumerCount(QUEUE);
    } catch (IOException noQueue) {
      return 0;
    } finally {
      channel.abort();
    }
  }
}
