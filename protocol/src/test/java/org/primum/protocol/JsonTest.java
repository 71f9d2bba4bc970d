package org.primum.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void writesInstantsAsTextAndLeavesAbsentValuesOut() {
    Answer answer =
        new Answer("Yes.", null, null, null, 12, 1, null, Instant.parse("2026-11-23T10:00:00Z"));

    String text = Json.write(answer);

    assertThat(text)
        .isEqualTo(
            "{\"text\":\"Yes.\",\"latencyMillis\":12,\"requests\":1,"
                + "\"answeredAt\":\"2026-11-23T10:00:00Z\"}");
  }

  @Test
  void readsUtf8() {
    byte[] bytes =
        "{\"temperature\":0,\"topP\":1,\"maxTokens\":9,\"systemPrompt\":\"Grüße 😀\"}"
            .getBytes(StandardCharsets.UTF_8);

    Generation generation = Json.read(bytes, Generation.class);

    assertThat(generation).isEqualTo(new Generation("Grüße 😀", 0, 1, 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "{\"temperature\":0,\"topP\":1,\"maxTokens\":9",
        "[]",
        "null",
        "{\"temperature\":0,\"topP\":1}",
        "{\"temperature\":0,\"topP\":1,\"maxTokens\":null}",
        "{\"temperature\":0,\"topP\":1,\"maxTokens\":-1}",
        "{\"temperature\":\"warm\",\"topP\":1,\"maxTokens\":9}"
      })
  void saysThatATextIsNotThatType(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(text, Generation.class))
        .withMessageStartingWith("not a Generation: ");
  }

  @Test
  void saysThatBytesAreNotThatType() {
    byte[] bytes = "null".getBytes(StandardCharsets.UTF_8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(bytes, Generation.class))
        .withMessage("not a Generation: null");
  }

  @Test
  void passesOnWhatARecordRefuses() {
    String text = "{\"temperature\":9,\"topP\":1,\"maxTokens\":9}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(text, Generation.class))
        .withMessageContaining("temperature must be between 0 and 2");
  }

  @Test
  void saysWhatCannotBeWritten() {
    Object endless = new Object[1];
    ((Object[]) endless)[0] = endless;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(endless))
        .withMessageStartingWith("cannot be written as JSON: ");
  }
}
