package org.primum.runner.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.protocol.Json;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;

/** What the published reference code gets wrong about asking, and this runner does not. */
@QuarkusTest
class ReferenceFaultsTest extends RunnerScene {

  private static final int SIDE_BY_SIDE = 8;
  private static final String DOCUMENT = "One pill a day. Two at once are too much.";

  /** There its judge is sent an empty document and an empty request. */
  @Test
  void theGroundednessJudgeIsGivenDocumentAndRequest() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("No."));
    PromptIssued prompt =
        new PromptIssued(
            UUID.randomUUID(),
            endpoint.named(MODEL, 4),
            GENERATION,
            "From the document alone: " + DOCUMENT + " " + PROMPT,
            JUDGING,
            PROMPT,
            DOCUMENT);

    issue(prompt);

    assertThat(Json.read(awaitJudgingMessage(prompt), JudgingRequested.class))
        .isEqualTo(new JudgingRequested(prompt.taskId(), JUDGING, PROMPT, "No.", DOCUMENT));
    assertThat(endpoint.asked().getFirst().body().at("/messages/1/content").asText())
        .isEqualTo(prompt.prompt());
  }

  /** There one item is asked after the other, and every latency adds up. */
  @Test
  void itemsAreAskedSideBySide() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("No."));
    endpoint.hold();

    for (int count = 0; count < SIDE_BY_SIDE; count++) {
      issue(promptTo(endpoint));
    }

    await().atMost(PATIENCE).until(() -> endpoint.asked().size() == SIDE_BY_SIDE);
    assertThat(endpoint.mostAtOnce()).isEqualTo(SIDE_BY_SIDE);
  }
}
