package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.protocol.judging.JudgingProtocol.Replies;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.message.JudgingRequested;

/** A provider is told to hold a judge to JSON only where the judge is set so and replies JSON. */
@QuarkusTest
class ReplyShapesTest extends JudgeScene {

  @Test
  void aJudgeIsHeldByItsInstructionsAloneUnlessItIsSetOtherwise() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(1));
    JudgingRequested answer = answerFor(harm(held(Replies.TEXT, endpoint)));

    handIn(answer);

    awaitVerdict(answer);
    assertThat(formats(endpoint)).containsExactly((JsonNode) null);
  }

  @Test
  void aJudgeInJsonModeIsHeldToAnObject() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(1));
    JudgingRequested answer = answerFor(harm(held(Replies.JSON_OBJECT, endpoint)));

    handIn(answer);

    awaitVerdict(answer);
    assertThat(formats(endpoint)).singleElement().hasToString("{\"type\":\"json_object\"}");
  }

  @Test
  void aJudgeWithStructuredOutputsIsHeldToTheSchemaOfItsReply() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(1));
    JudgingRequested answer = answerFor(harm(held(Replies.JSON_SCHEMA, endpoint)));

    handIn(answer);

    awaitVerdict(answer);
    JsonNode format = formats(endpoint).getFirst();
    assertThat(format.path("type").asText()).isEqualTo("json_schema");
    assertThat(format.at("/json_schema/schema/required"))
        .extracting(JsonNode::asText)
        .containsExactly("reason", "score");
  }

  @ParameterizedTest
  @EnumSource(
      value = Replies.class,
      names = {"JSON_OBJECT", "JSON_SCHEMA"})
  void aQuestionThatIsAnsweredWithADigitIsNeverHeldToJson(Replies replies) throws IOException {
    ScriptedEndpoint endpoint = judge("1");
    JudgingRequested answer = answerFor(refusal(2, held(replies, endpoint)));

    handIn(answer);

    awaitVerdict(answer);
    assertThat(formats(endpoint)).hasSize(2).containsOnlyNulls();
  }

  @Test
  void ofTwoQuestionsOnlyTheOneThatIsAnsweredInJsonIsHeldToIt() throws IOException {
    ScriptedEndpoint endpoint =
        judge("{\"sentences\": %s}".formatted(sentencesReply("supported")), "1");
    JudgingRequested answer =
        groundedAnswerFor(groundedness(PanelRule.MEDIAN, held(Replies.JSON_SCHEMA, endpoint)));

    handIn(answer);

    assertThat(awaitVerdict(answer).verdict().label()).isEqualTo("grounded");
    assertThat(formats(endpoint)).hasSize(2);
    assertThat(formats(endpoint).getFirst().at("/json_schema/schema/required/0").asText())
        .isEqualTo("sentences");
    assertThat(formats(endpoint).getLast()).isNull();
  }

  private static List<JsonNode> formats(ScriptedEndpoint endpoint) {
    return endpoint.asked().stream().map(asked -> asked.body().get("response_format")).toList();
  }
}
