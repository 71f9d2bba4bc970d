package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRequestTest {

  @ParameterizedTest
  @CsvSource({
    "' ',    0,   1,   1, user is missing",
    "May I?, -1,  1,   1, temperature must be between 0 and 2",
    "May I?, 2.1, 1,   1, temperature must be between 0 and 2",
    "May I?, 0,   0,   1, topP must be above 0 and at most 1",
    "May I?, 0,   1.1, 1, topP must be above 0 and at most 1",
    "May I?, 0,   1,   0, maxTokens must be positive"
  })
  void refusesWhatCannotBe(
      String user, double temperature, double topP, int maxTokens, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChatRequest(null, user, temperature, topP, maxTokens))
        .withMessage(problem);
  }
}
