package org.primum.localstack.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicLong;
import org.primum.protocol.Json;

/** Answers chat completion requests, a little later than it could. */
final class ChatCompletions {

  private static final int SHORTEST_WAIT_MILLIS = 20;
  private static final int LONGEST_WAIT_MILLIS = 60;

  /** An answer is cut at so many characters for each token it may have. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final Models models;
  private final AtomicLong count = new AtomicLong();

  ChatCompletions(Models models) {
    this.models = models;
  }

  JsonNode complete(byte[] body) throws ApiProblem, InterruptedException {
    Conversation conversation = Conversation.read(body);
    SimulatedModel model =
        models
            .find(conversation.model())
            .orElseThrow(() -> ApiProblem.unknownModel(conversation.model()));
    // Without a wait an evaluation would be over before anyone saw its progress.
    Thread.sleep(wait(conversation));
    String answer = model.answer(conversation);
    long room = (long) conversation.maxTokens() * CHARACTERS_PER_TOKEN;
    return answer.length() > room
        ? completion(conversation, answer.substring(0, (int) room), "length")
        : completion(conversation, answer, "stop");
  }

  private static int wait(Conversation conversation) {
    return SHORTEST_WAIT_MILLIS
        + Chance.of("wait", conversation.model(), conversation.user())
            .below(LONGEST_WAIT_MILLIS - SHORTEST_WAIT_MILLIS + 1);
  }

  private JsonNode completion(Conversation conversation, String answer, String finishReason) {
    ObjectNode completion =
        Json.MAPPER
            .createObjectNode()
            .put("id", "chatcmpl-simulated-" + count.incrementAndGet())
            .put("object", "chat.completion")
            .put("created", System.currentTimeMillis() / 1_000)
            .put("model", conversation.model());
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", answer);
    choice.put("finish_reason", finishReason);
    int asked = TokenCount.of(conversation);
    int answered = TokenCount.of(answer);
    completion
        .putObject("usage")
        .put("prompt_tokens", asked)
        .put("completion_tokens", answered)
        .put("total_tokens", asked + answered);
    return completion;
  }
}
