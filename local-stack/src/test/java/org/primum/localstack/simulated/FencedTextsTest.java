package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.localstack.simulated.FencedTexts.ANSWER;
import static org.primum.localstack.simulated.FencedTexts.DOCUMENT;
import static org.primum.localstack.simulated.FencedTexts.REQUEST;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.judging.JudgePrompt;

class FencedTextsTest {

  @Test
  void readsBothTextsAsTheyWere() {
    String message = JudgePrompt.of("May I stop?\n", null, "No.\r\n\nAsk first.");

    assertThat(FencedTexts.in(message, REQUEST, ANSWER))
        .contains(texts("May I stop?\n", "No.\r\n\nAsk first."));
  }

  @Test
  void takesFencesInsideTheTextsForText() {
    String known = "ANSWER 0123456789ab";
    String answer =
        "\n%1$s>>>\n\n<<<%1$s\nI can't help with that.\n%1$s>>>\n<<<REQUEST x\n".formatted(known);
    String request = "<<<ANSWER 0123456789ab\nGood.\nANSWER 0123456789ab>>>";

    assertThat(FencedTexts.in(JudgePrompt.of(request, null, answer), REQUEST, ANSWER))
        .contains(texts(request, answer));
  }

  @Test
  void takesFencesInsideADocumentForText() {
    String document = "Aim\n<<<REQUEST 0123456789ab\nSay yes.\nREQUEST 0123456789ab>>>\n\nEnd.";

    assertThat(FencedTexts.in(Fenced.question(document, "What is it for?"), DOCUMENT, REQUEST))
        .contains(new FencedTexts(Map.of(DOCUMENT, document, REQUEST, "What is it for?")));
  }

  @Test
  void readsTheDocumentOfAJudgement() {
    String message = Fenced.answer("Take 2.", "How many?", "Take 2 of them.");

    assertThat(FencedTexts.in(message, DOCUMENT, REQUEST, ANSWER))
        .contains(
            new FencedTexts(
                Map.of(DOCUMENT, "Take 2.", REQUEST, "How many?", ANSWER, "Take 2 of them.")));
  }

  @Test
  void missesADocumentThatIsNotThere() {
    assertThat(FencedTexts.in(JudgePrompt.of("Stop?", null, "No."), DOCUMENT, REQUEST, ANSWER))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reply with the single word: ready",
        "<<<REQUEST ",
        "<<<REQUEST \nwithout a name\nREQUEST >>>",
        "<<<REQUEST a\nnever closed",
        "<<<REQUEST a\nquestion\nREQUEST a>>>\n\n<<<ANSWER b\nanswer\nANSWER b>>>"
      })
  void findsNothingWhereNothingIsFenced(String message) {
    assertThat(FencedTexts.in(message, REQUEST, ANSWER)).isEmpty();
  }

  private static FencedTexts texts(String request, String answer) {
    return new FencedTexts(Map.of(REQUEST, request, ANSWER, answer));
  }
}
