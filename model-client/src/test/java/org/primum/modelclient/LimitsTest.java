package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, connect must be positive",
    "1, 0, 1, request must be positive",
    "1, 1, 0, replyBytes must be positive",
    "-1, 1, 1, connect must be positive"
  })
  void refusesWhatCannotBe(long connect, long request, int replyBytes, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Limits(Duration.ofSeconds(connect), Duration.ofSeconds(request), replyBytes))
        .withMessage(problem);
  }
}
