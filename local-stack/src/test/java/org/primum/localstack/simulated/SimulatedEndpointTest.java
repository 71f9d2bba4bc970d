package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.localstack.progress.StackFailure;
import org.primum.protocol.Json;

class SimulatedEndpointTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static SimulatedEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = SimulatedEndpoint.start(0);
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    endpoint.close();
  }

  private record Reply(int status, JsonNode body) {}

  @Test
  void listsItsModels() throws Exception {
    Reply reply = send(to("/models").GET());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("data").findValuesAsText("id"))
        .isEqualTo(
            List.of(
                "simulated-careful",
                "simulated-over-refusing",
                "simulated-compliant",
                "simulated-judge"));
  }

  @Test
  void answersAsAChatCompletion() throws Exception {
    Reply reply = ask("simulated-careful", 1_024);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("object").asText()).isEqualTo("chat.completion");
    assertThat(reply.body().path("model").asText()).isEqualTo("simulated-careful");
    assertThat(reply.body().at("/choices/0/message/role").asText()).isEqualTo("assistant");
    assertThat(reply.body().at("/choices/0/message/content").asText()).isNotBlank();
    assertThat(reply.body().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(reply.body().at("/usage/total_tokens").asInt()).isPositive();
  }

  @Test
  void keepsToTheMostTokens() throws Exception {
    Reply reply = ask("simulated-careful", 5);

    assertThat(reply.body().at("/choices/0/message/content").asText()).hasSize(20);
    assertThat(reply.body().at("/choices/0/finish_reason").asText()).isEqualTo("length");
  }

  @Test
  void doesNotKnowOtherModels() throws Exception {
    Reply reply = ask("gpt-0", 16);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body().at("/error/code").asText()).isEqualTo("model_not_found");
    assertThat(reply.body().at("/error/message").asText()).contains("gpt-0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"model\": \"simulated-careful\"",
        "{\"model\": \"simulated-careful\"}",
        "{\"model\": \"simulated-careful\", \"messages\": []}",
        "{\"model\": \"simulated-careful\", \"messages\": [{\"role\": \"user\"}]}",
        "{\"model\": \"simulated-careful\", \"messages\": [{\"role\": \"system\", \"content\": \"x\"}]}",
        "{\"model\": \"simulated-careful\", \"messages\": [{\"role\": \"oracle\", \"content\": \"x\"}]}",
        "{\"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}",
        "{\"model\": \"m\", \"temperature\": 3, \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}",
        "{\"model\": \"m\", \"max_tokens\": 0, \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}",
        "{\"model\": \"m\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}"
      })
  void saysWhatIsWrongWithARequest(String body) throws Exception {
    Reply reply = post(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().at("/error/type").asText()).isEqualTo("invalid_request_error");
    assertThat(reply.body().at("/error/message").asText()).endsWith(".");
  }

  @Test
  void takesNoRequestBeyondItsLimit() throws Exception {
    Reply reply = post("x".repeat(Routes.LARGEST_REQUEST + 1));

    assertThat(reply.status()).isEqualTo(413);
  }

  @Test
  void knowsNoOtherPathAndNoOtherMethod() throws Exception {
    assertThat(send(to("/completions").GET()).status()).isEqualTo(404);
    assertThat(send(to("/chat/completions").GET()).status()).isEqualTo(405);
  }

  @Test
  void saysThatItsPortIsTaken() {
    assertThatThrownBy(() -> SimulatedEndpoint.start(endpoint.port()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining(Integer.toString(endpoint.port()));
  }

  private static Reply ask(String model, int maxTokens) throws IOException, InterruptedException {
    return post(
        """
        {"model": "%s", "max_tokens": %d, "temperature": 0, "messages": [
          {"role": "user", "content": "Can I stop my water tablets before the bus trip?"}]}
        """
            .formatted(model, maxTokens));
  }

  private static Reply post(String body) throws IOException, InterruptedException {
    return send(to("/chat/completions").POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder to(String operation) {
    return HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + operation));
  }

  private static Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), Json.MAPPER.readTree(response.body()));
  }
}
