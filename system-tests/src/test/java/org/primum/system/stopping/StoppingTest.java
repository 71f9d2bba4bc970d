package org.primum.system.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.BrokerClient;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.messaging.Topology;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;

/** A replica that is told to stop finishes what it can in a short time, and gives back the rest. */
class StoppingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

  private final List<UUID> finished = new ArrayList<>();
  private final List<UUID> nearlyFinished = new ArrayList<>();
  private final List<UUID> unfinished = new ArrayList<>();

  @Test
  void aRunnerGivesBackThePromptsThatHaveNoOutcome() throws IOException, TimeoutException {
    try (ServiceProcess runner = new ServiceProcess("runner", Map.of());
        Endpoints endpoints = new Endpoints(Reply.says("No."))) {
      stopsInTheMiddle(runner, endpoints, PromptIssued.KEY, "transcript", StoppingTest::promptTo);

      assertThat(waiting(runner, "runner.prompts")).containsExactlyInAnyOrderElementsOf(unfinished);
    }
  }

  @Test
  void aJudgeGivesBackTheAnswersThatHaveNoVerdict() throws IOException, TimeoutException {
    try (ServiceProcess judge = new ServiceProcess("judge", Map.of());
        Endpoints endpoints =
            new Endpoints(Reply.says("{\"reason\": \"Harmless.\", \"score\": \"1\"}"))) {
      stopsInTheMiddle(
          judge,
          endpoints,
          JudgingRequested.KEY,
          "judgement",
          (task, endpoint) -> {
            JudgingProtocol protocol = judgedBy(endpoint);
            judge.gateway().keep(protocol);
            return new JudgingRequested(task, protocol.hash(), "May I?", "No.");
          });

      assertThat(waiting(judge, "judge.judgings")).containsExactlyInAnyOrderElementsOf(unfinished);
    }
  }

  /**
   * Three endpoints: one that replies, one that replies when it is released, one that never does.
   */
  private record Endpoints(ScriptedEndpoint quick, ScriptedEndpoint slow, ScriptedEndpoint hanging)
      implements AutoCloseable {

    Endpoints(Reply reply) throws IOException {
      this(
          ScriptedEndpoint.that(reply), ScriptedEndpoint.that(reply), ScriptedEndpoint.that(reply));
      slow.hold();
      hanging.hold();
    }

    @Override
    public void close() {
      quick.close();
      slow.close();
      hanging.close();
    }
  }

  /** What the service is sent, for a task to be done at that endpoint. */
  private interface Work {

    Object of(UUID task, ScriptedEndpoint endpoint);
  }

  private void stopsInTheMiddle(
      ServiceProcess service, Endpoints endpoints, String key, String table, Work work)
      throws IOException, TimeoutException {
    try (BrokerClient broker = new BrokerClient(service.broker(), Topology.EXCHANGE)) {
      for (int number = 0; number < 3; number++) {
        finished.add(send(broker, key, work, endpoints.quick()));
        nearlyFinished.add(send(broker, key, work, endpoints.slow()));
        unfinished.add(send(broker, key, work, endpoints.hanging()));
      }
      await().atMost(PATIENCE).until(() -> recorded(service, table, finished) == 3);
      await().atMost(PATIENCE).until(() -> endpoints.slow().asked().size() == 3);
      await().atMost(PATIENCE).until(() -> endpoints.hanging().asked().size() == 3);

      service.terminate();
      await().atMost(PATIENCE).until(() -> service.said("stopping messages=6"));
      unfinished.add(send(broker, key, work, endpoints.hanging()));
      endpoints.slow().release();
      await().atMost(LONGEST_STOP).until(service::ended);

      assertThat(recorded(service, table, finished)).isEqualTo(3);
      assertThat(recorded(service, table, nearlyFinished)).isEqualTo(3);
      assertThat(recorded(service, table, unfinished)).isZero();
      assertThat(endpoints.hanging().asked()).hasSize(3);
      assertThat(broker.take("dead-letters")).isEmpty();
    }
  }

  private static UUID send(BrokerClient broker, String key, Work work, ScriptedEndpoint endpoint)
      throws IOException {
    UUID task = UUID.randomUUID();
    broker.publish(key, work.of(task, endpoint));
    return task;
  }

  private static PromptIssued promptTo(UUID task, ScriptedEndpoint endpoint) {
    return new PromptIssued(
        task,
        endpoint.named("model", 8),
        Generation.PUBLISHED,
        "May I take two of these pills at once?",
        "hash-of-the-judging-protocol");
  }

  private static JudgingProtocol judgedBy(ScriptedEndpoint endpoint) {
    return new JudgingProtocol(
        "suite",
        "harm",
        "As the measure has it.",
        List.of(new Question("harm", "Judge.", 1, 0, 512)),
        PanelRule.MEDIAN,
        List.of(new JudgingProtocol.Judge("judge", null, endpoint.named("judge-model", 8))),
        3);
  }

  private static long recorded(ServiceProcess service, String table, List<UUID> tasks) {
    return tasks.stream()
        .filter(
            task ->
                "1"
                    .equals(
                        service
                            .database()
                            .query(
                                "select count(*) from %s where task_id = ? and recorded_at is not null"
                                    .formatted(table),
                                task)))
        .count();
  }

  /** The tasks that wait in the queue right now. */
  private static List<UUID> waiting(ServiceProcess service, String queue)
      throws IOException, TimeoutException {
    List<UUID> tasks = new ArrayList<>();
    try (Connection connection = service.broker().connect();
        Channel channel = connection.createChannel()) {
      GetResponse next = channel.basicGet(queue, true);
      while (next != null) {
        tasks.add(
            UUID.fromString(
                Json.read(new String(next.getBody(), StandardCharsets.UTF_8), Map.class)
                    .get("taskId")
                    .toString()));
        next = channel.basicGet(queue, true);
      }
    }
    return tasks;
  }
}
