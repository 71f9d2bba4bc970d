package org.primum.runner.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.primum.localstack.testing.FakeGateway;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.protocol.message.PromptIssued;

/** The submitted key is sent to its endpoint and seen nowhere else, whatever the endpoint does. */
@QuarkusTest
class KeySecrecyTest extends RunnerScene {

  private static final String BEGINNING = "sk-submitted";
  private static final String KEY = BEGINNING + "-0123456789abcdef";

  private static final String TEXT_COLUMNS =
      """
      select table_name, column_name from information_schema.columns
      where table_schema = current_schema()
        and data_type in ('text', 'character varying', 'json', 'jsonb')
      """;

  @ConfigProperty(name = "quarkus.oidc-client.credentials.secret")
  String clientSecret;

  @ParameterizedTest
  @MethodSource
  void theKeyIsInNoMessageTableOrLogLine(Reply reply) throws IOException, SQLException {
    ScriptedEndpoint endpoint = endpoint(reply);
    PromptIssued prompt = promptTo(endpoint);
    keep(KEY, prompt);
    List<String> seen = new ArrayList<>();

    try (LogRecorder log = new LogRecorder()) {
      issue(prompt);
      seen.add(awaitAnswerMessage(prompt));
      await()
          .atMost(PATIENCE)
          .until(() -> log.lines().stream().anyMatch(line -> line.contains("asked task=")));
      seen.addAll(log.lines());
    }
    seen.addAll(storedTexts());

    assertThat(endpoint.asked().getFirst().authorization()).endsWith(KEY);
    assertThat(seen).hasSizeGreaterThan(3).noneMatch(text -> text.contains(BEGINNING));
  }

  static Stream<Reply> theKeyIsInNoMessageTableOrLogLine() {
    return Stream.of(
        Reply.says("Nothing special."),
        Reply.says("Your key is " + KEY + "."),
        Reply.says("Cut off.", KEY),
        Reply.fails(401, "Incorrect key: " + KEY),
        Reply.fails(500, "x".repeat(170) + KEY),
        new Reply(200, "Bearer " + KEY));
  }

  @Test
  void theServicesOwnSecretsAreInNoTableOrLogLine() throws IOException, SQLException {
    PromptIssued prompt = promptTo(endpoint(Reply.says("Nothing special.")));
    keep(KEY, prompt);
    List<String> seen = new ArrayList<>();

    try (LogRecorder log = new LogRecorder()) {
      gateway.leave();
      issue(prompt);
      await().atMost(PATIENCE).until(() -> gateway.turnedAway() > 0);
      gateway.comeBack();
      seen.add(awaitAnswerMessage(prompt));
      seen.addAll(log.lines());
    }
    seen.addAll(storedTexts());

    assertThat(seen)
        .hasSizeGreaterThan(2)
        .noneMatch(text -> text.contains(FakeGateway.TOKEN))
        .noneMatch(text -> text.contains(sealingKey))
        .noneMatch(text -> text.contains(clientSecret));
  }

  private List<String> storedTexts() throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement columns = connection.createStatement();
        Statement values = connection.createStatement();
        ResultSet column = columns.executeQuery(TEXT_COLUMNS)) {
      while (column.next()) {
        String select = "select %s from %s".formatted(column.getString(2), column.getString(1));
        try (ResultSet value = values.executeQuery(select)) {
          while (value.next()) {
            texts.add(String.valueOf(value.getString(1)));
          }
        }
      }
    }
    return texts;
  }
}
