package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.Samples;
import org.primum.protocol.Json;

class AnswerLengthsTest {

  @ParameterizedTest
  @ValueSource(strings = {"Rest.", "a\u0000b", "\ud800", "\\u0000 \"quoted\" {}", "🩺"})
  void isTheLengthOfTheAnswer(String answer) {
    String message = Json.write(Samples.item(UUID.randomUUID(), 0, "text", answer));

    assertThat(AnswerLengths.length(message)).isEqualTo(answer.length());
  }

  @Test
  void isNothingWithoutAnAnswer() {
    assertThat(AnswerLengths.length(Json.write(Samples.failedItem(UUID.randomUUID(), 0)))).isZero();
    assertThat(AnswerLengths.length("{\"answer\": null}")).isZero();
    assertThat(AnswerLengths.length("{\"answer\": {\"requests\": 2, \"x\": {\"text\": \"no\"}}}"))
        .isZero();
  }
}
