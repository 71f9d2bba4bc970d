package org.primum.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideReasonTest {

  @Test
  void theReasonOfAServiceIsKept() {
    assertThat(SetAsideReason.of(Map.of("reason", "not a PromptIssued: no taskId")))
        .isEqualTo("not a PromptIssued: no taskId");
  }

  @Test
  void theDeliveryLimitIsSaidInPlainWords() {
    Map<String, Object> headers =
        Map.of(
            "x-death",
            List.of(Map.of("reason", "delivery_limit", "queue", "runner.prompts", "count", 1L)),
            "x-delivery-count",
            4);

    assertThat(SetAsideReason.of(headers))
        .isEqualTo("handed to 4 consumers, none of whom finished it");
  }

  @Test
  void theNewestDeathCounts() {
    Map<String, Object> headers =
        Map.of(
            "x-death",
            List.of(Map.of("reason", "expired"), Map.of("reason", "rejected")),
            "x-first-death-reason",
            "rejected");

    assertThat(SetAsideReason.of(headers)).isEqualTo("waited in its queue for longer than it may");
  }

  @ParameterizedTest
  @CsvSource({
    "delivery_limit, 'handed to 21 consumers, none of whom finished it'",
    "rejected, refused by a consumer without a reason",
    "maxlen, found its queue full",
    "something-new, came without a reason",
  })
  void theFirstDeathIsEnough(String reason, String words) {
    assertThat(SetAsideReason.of(Map.of("x-first-death-reason", reason))).isEqualTo(words);
  }

  @Test
  void whateverIsInTheHeadersThereAreWords() {
    assertThat(SetAsideReason.of(Map.of())).isEqualTo("came without a reason");
    assertThat(SetAsideReason.of(Map.of("x-death", "nonsense"))).isEqualTo("came without a reason");
    assertThat(SetAsideReason.of(Map.of("x-death", List.of("nonsense"))))
        .isEqualTo("came without a reason");
  }

  @Test
  void aLongReasonIsCut() {
    assertThat(SetAsideReason.of(Map.of("reason", "x".repeat(10_000)))).hasSize(600).endsWith("…");
  }
}
