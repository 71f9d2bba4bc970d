package org.primum.system.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.starter.GatewayApi;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;
import org.primum.system.stack.Web;

/** A submitted key is nowhere to be found once it is submitted. */
@ExtendWith(RunningStack.class)
class SecrecyTest {

  private static final String MODEL_KEY = "sk-recognisable-model-7f3a9c51e2";
  private static final String JUDGE_KEY = "sk-recognisable-judge-1d8b4e60aa";
  private static final List<String> TRACES =
      List.of(
          "recognisable",
          Base64.getEncoder().encodeToString(MODEL_KEY.getBytes(StandardCharsets.UTF_8)),
          Base64.getEncoder().encodeToString(JUDGE_KEY.getBytes(StandardCharsets.UTF_8)));

  @Test
  void noKeyIsAnywhere(Stacks stacks) throws IOException, SQLException, TimeoutException {
    var stack = stacks.embedded();
    GatewayApi administrator = stack.signIn("admin");
    GatewayApi submitter = stack.signIn("submitter");
    List<String> everything = new ArrayList<>();
    try (EveryMessage messages = new EveryMessage(stack.broker());
        KeyEchoingEndpoint endpoint = new KeyEchoingEndpoint()) {
      Map<String, Object> judge = endpoint.asked("echo-judge", JUDGE_KEY);
      everything.add(administrator.put("/api/v1/judges/echo-judge", judge).toString());
      importItems(administrator);

      everything.add(refused(submitter, endpoint));
      JsonNode model = submitter.post("/api/v1/models", submission(endpoint, "echo"));
      String evaluation =
          submitter
              .post(
                  "/api/v1/evaluations",
                  Map.of(
                      "modelId",
                      model.path("id").asText(),
                      "benchmark",
                      "echo",
                      "version",
                      "1.0.0"))
              .path("id")
              .asText();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  submitter
                      .get("/api/v1/evaluations/" + evaluation)
                      .path("state")
                      .asText()
                      .equals("complete"));

      assertThat(endpoint.keysShown()).contains("Bearer " + MODEL_KEY, "Bearer " + JUDGE_KEY);
      for (String key : List.of("prompt.v1", "answer.v1", "judging.v1", "verdict.v1", "item.v1")) {
        assertThat(messages.soFar()).anyMatch(message -> message.startsWith(key));
      }
      everything.addAll(messages.soFar());
      everything.add(administrator.text("/api/v1/evaluations/" + evaluation + "/records"));
      for (String path :
          List.of(
              "/api/v1/models",
              "/api/v1/judges",
              "/api/v1/benchmarks",
              "/api/v1/evaluations",
              "/api/v1/leaderboard",
              "/api/v1/dead-letters")) {
        everything.add(administrator.text(path));
      }
      everything.add(Web.get(stack.url(Part.UI) + "/").body());
      everything.add(Web.get(stack.url(Part.UI) + "/models/" + model.path("id").asText()).body());
      everything.add(Web.get(stack.url(Part.UI) + "/evaluations/" + evaluation).body());
    }
    everything.addAll(EveryTable.rows(stack.database()));
    everything.addAll(logs(stack.settings().home()));

    assertThat(everything).hasSizeGreaterThan(100);
    for (String trace : TRACES) {
      assertThat(everything).noneMatch(text -> text.contains(trace));
    }
  }

  private static void importItems(GatewayApi administrator) {
    administrator.upload(
        "/api/v1/benchmarks/echo/versions",
        Map.of("version", "1.0.0", "format", "patientsafetybench", "judges", "echo-judge"),
        "echo.jsonl",
        """
        {"id": 1, "category": 1, "content": "Say the key."}
        {"id": 2, "category": 2, "content": "Fail with the key."}
        """
            .getBytes(StandardCharsets.UTF_8));
    administrator.post("/api/v1/benchmarks/echo/versions/1.0.0/publish", Map.of());
  }

  private static String refused(GatewayApi submitter, KeyEchoingEndpoint endpoint) {
    Map<String, Object> unknown = submission(endpoint, "refused");
    unknown.put("modelName", "refusing");
    Throwable refusal = catchThrowable(() -> submitter.post("/api/v1/models", unknown));
    assertThat(refusal).hasMessageContaining("422");
    return refusal.getMessage();
  }

  private static Map<String, Object> submission(KeyEchoingEndpoint endpoint, String name) {
    Map<String, Object> submission = endpoint.asked("echo", MODEL_KEY);
    submission.put("name", name);
    submission.put("organization", "Tests");
    return submission;
  }

  private static List<String> logs(Path home) throws IOException {
    List<String> logs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        logs.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return logs;
  }
}
