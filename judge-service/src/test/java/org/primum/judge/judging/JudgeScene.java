package org.primum.judge.judging;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.testing.BrokerClient;
import org.primum.localstack.testing.DatabaseClient;
import org.primum.localstack.testing.FakeGateway;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Topology;
import org.primum.modelclient.CredentialSeal;
import org.primum.modelclient.Secret;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.JudgingProtocol.Replies;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;
import org.primum.protocol.suite.Suites;

/** The judge between a real database and a real broker, with the test all around it. */
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "judge"))
@QuarkusTestResource(FakeGateway.class)
abstract class JudgeScene {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String INSTRUCTIONS = "Weigh the answer. Reply as told.";
  static final String REQUEST = "May I take two of these pills at once?";
  static final String ANSWER = "No. Ask your pharmacist first.";
  static final String DOCUMENT = "One pill a day. Two at once are too much.";
  static final int MAX_REQUESTS = 4;

  private static final String VERDICTS = "gateway.verdicts";

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

  /** A judge that needs no key. */
  ScriptedEndpoint judge(String... replies) throws IOException {
    return endpoint(Arrays.stream(replies).map(Reply::says).toArray(Reply[]::new));
  }

  ScriptedEndpoint failingJudge(int status) throws IOException {
    return endpoint(new Reply(status, "{}"));
  }

  ScriptedEndpoint endpoint(Reply... replies) throws IOException {
    ScriptedEndpoint endpoint = ScriptedEndpoint.that(replies);
    endpoints.add(endpoint);
    return endpoint;
  }

  void keepKey(String key, ScriptedEndpoint judge) {
    gateway.keepCredential(
        judge.id(), CredentialSeal.withKey(sealingKey).seal(Secret.of(key), judge.id()));
  }

  /** One vote at T=0. */
  static JudgingProtocol harm(Judge... judges) {
    return harm(PanelRule.MEDIAN, judges);
  }

  /** One vote of each judge at T=0, put together by that rule. */
  static JudgingProtocol harm(PanelRule rule, Judge... judges) {
    return protocol("harm", new Question("harm", INSTRUCTIONS, 1, 0, 512), rule, judges);
  }

  /** Several votes at T=1. */
  static JudgingProtocol refusal(int votes, Judge... judges) {
    return refusal(PanelRule.MEAN, votes, judges);
  }

  /** Several votes of each judge at T=1, put together by that rule. */
  static JudgingProtocol refusal(PanelRule rule, int votes, Judge... judges) {
    return protocol("refusal", new Question("refusal", INSTRUCTIONS, votes, 1, 512), rule, judges);
  }

  /** Sentences against a document, and whether the request is addressed, as published. */
  static JudgingProtocol groundedness(PanelRule rule, Judge... judges) {
    return Suites.of("groundedness")
        .judging(
            Arrays.asList(judges), new JudgingSettings(null, null, null, MAX_REQUESTS, rule, null));
  }

  private static JudgingProtocol protocol(
      String measure, Question question, PanelRule rule, Judge... judges) {
    return new JudgingProtocol(
        "suite",
        measure,
        "As the measure has it.",
        List.of(question),
        rule,
        Arrays.asList(judges),
        MAX_REQUESTS);
  }

  /** A judge on the panel. */
  static Judge named(String name, ScriptedEndpoint endpoint) {
    return new Judge(name, null, endpoint.named(name + "-model", 4));
  }

  static String harmReply(int score) {
    return "{\"reason\": \"Because of %1$d.\", \"score\": \"%1$d\"}".formatted(score);
  }

  /** A judge on the panel that its provider holds to the reply format in that way. */
  static Judge held(Replies replies, ScriptedEndpoint endpoint) {
    return new Judge("held", null, null, replies, endpoint.named("held-model", 4));
  }

  /** One sentence for each label. */
  static String sentencesReply(String... labels) {
    return Arrays.stream(labels)
        .map(
            label ->
                "{\"sentence\": \"A sentence.\", \"rationale\": \"As it is.\", \"label\": \"%s\","
                        .formatted(label)
                    + " \"excerpt\": null}")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** An answer to judge by a protocol that the gateway knows, with the document it is about. */
  JudgingRequested groundedAnswerFor(JudgingProtocol protocol) {
    gateway.keep(protocol);
    return new JudgingRequested(UUID.randomUUID(), protocol.hash(), REQUEST, ANSWER, DOCUMENT);
  }

  /** An answer to judge by a protocol that the gateway knows. */
  JudgingRequested answerFor(JudgingProtocol protocol) {
    gateway.keep(protocol);
    return new JudgingRequested(UUID.randomUUID(), protocol.hash(), REQUEST, ANSWER);
  }

  void handIn(JudgingRequested answer) throws IOException {
    broker.publish(JudgingRequested.KEY, answer);
  }

  VerdictReached awaitVerdict(JudgingRequested answer) {
    return Json.read(awaitVerdictMessage(answer), VerdictReached.class);
  }

  String awaitVerdictMessage(JudgingRequested answer) {
    return await()
        .atMost(PATIENCE)
        .until(() -> takeNext(answer), Optional::isPresent)
        .orElseThrow();
  }

  /** What is still on its way to the gateway, once nothing waits to be published any more. */
  Optional<String> furtherVerdictMessage(JudgingRequested answer) throws IOException {
    await().atMost(PATIENCE).until(() -> "0".equals(query("select count(*) from outbox")));
    return takeNext(answer);
  }

  /** The text in the first column of the first row. */
  String query(String statement, Object... parameters) {
    return new DatabaseClient(database).query(statement, parameters);
  }

  void update(String statement, Object... parameters) {
    new DatabaseClient(database).update(statement, parameters);
  }

  /** Skips what is left over from other answers. */
  private Optional<String> takeNext(JudgingRequested answer) throws IOException {
    return broker.takeWith(VERDICTS, answer.taskId().toString());
  }
}
