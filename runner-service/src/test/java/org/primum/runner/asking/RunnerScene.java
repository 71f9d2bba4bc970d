package org.primum.runner.asking;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.testing.BrokerClient;
import org.primum.localstack.testing.DatabaseClient;
import org.primum.localstack.testing.FakeGateway;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Topology;
import org.primum.modelclient.CredentialSeal;
import org.primum.modelclient.Secret;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.PromptIssued;

/** The runner between a real database and a real broker, with the test all around it. */
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "runner"))
@QuarkusTestResource(FakeGateway.class)
abstract class RunnerScene {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String PROMPT = "May I take two of these pills at once?";
  static final String JUDGING = "hash-of-the-judging-protocol";
  static final String MODEL = "model-under-test";
  static final Generation GENERATION = new Generation("Be brief.", 0.25, 0.9, 321);

  private static final String ANSWERS = "gateway.answers";

  @Inject AgroalDataSource database;

  @ConfigProperty(name = "primum.sealing.key")
  String sealingKey;

  BrokerAddress brokerAddress;
  FakeGateway gateway;
  BrokerClient broker;
  private final List<ScriptedEndpoint> endpoints = new ArrayList<>();

  @BeforeEach
  void connect() throws IOException, TimeoutException {
    broker = new BrokerClient(brokerAddress, Topology.EXCHANGE);
  }

  @AfterEach
  void close() {
    gateway.comeBack();
    endpoints.forEach(ScriptedEndpoint::close);
    broker.close();
  }

  ScriptedEndpoint endpoint(ScriptedEndpoint.Reply... replies) throws IOException {
    ScriptedEndpoint endpoint = ScriptedEndpoint.that(replies);
    endpoints.add(endpoint);
    return endpoint;
  }

  static PromptIssued promptTo(String baseUrl, Generation generation) {
    return new PromptIssued(
        UUID.randomUUID(),
        new Endpoint(UUID.randomUUID(), "openai", baseUrl, MODEL, 4),
        generation,
        PROMPT,
        JUDGING);
  }

  static PromptIssued promptTo(ScriptedEndpoint endpoint) {
    return promptTo(endpoint.baseUrl(), GENERATION);
  }

  /** Gives the prompt's endpoint a key. */
  void keep(String key, PromptIssued prompt) {
    UUID endpointId = prompt.endpoint().id();
    gateway.keepCredential(
        endpointId, CredentialSeal.withKey(sealingKey).seal(Secret.of(key), endpointId));
  }

  void issue(PromptIssued prompt) throws IOException {
    broker.publish(PromptIssued.KEY, prompt);
  }

  AnswerRecorded awaitAnswer(PromptIssued prompt) {
    return Json.read(awaitAnswerMessage(prompt), AnswerRecorded.class);
  }

  String awaitAnswerMessage(PromptIssued prompt) {
    return awaitMessage(ANSWERS, prompt);
  }

  /** What is still on its way to the gateway, once nothing waits to be published any more. */
  List<String> furtherAnswerMessages(PromptIssued prompt) throws IOException {
    return furtherMessages(ANSWERS, prompt);
  }

  /** The text in the first column of the first row. */
  String query(String statement, Object... parameters) {
    return new DatabaseClient(database).query(statement, parameters);
  }

  void update(String statement, Object... parameters) {
    new DatabaseClient(database).update(statement, parameters);
  }

  private String awaitMessage(String queue, PromptIssued prompt) {
    return await()
        .atMost(PATIENCE)
        .until(() -> takeNext(queue, prompt), Optional::isPresent)
        .orElseThrow();
  }

  private List<String> furtherMessages(String queue, PromptIssued prompt) throws IOException {
    await().atMost(PATIENCE).until(() -> "0".equals(query("select count(*) from outbox")));
    List<String> further = new ArrayList<>();
    Optional<String> next = takeNext(queue, prompt);
    while (next.isPresent()) {
      further.add(next.get());
      next = takeNext(queue, prompt);
    }
    return further;
  }

  /** Skips what is left over from other prompts. */
  private Optional<String> takeNext(String queue, PromptIssued prompt) throws IOException {
    return broker.takeWith(queue, prompt.taskId().toString());
  }
}
