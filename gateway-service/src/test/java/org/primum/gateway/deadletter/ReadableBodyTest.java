package org.primum.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableBodyTest {

  @Test
  void jsonHasLineBreaks() {
    ReadableBody body = ReadableBody.of("{\"task\":1.10,\"texts\":[\"a\\nb\"]}");

    assertThat(body.json()).isTrue();
    assertThat(body.masked()).isFalse();
    assertThat(body.text())
        .isEqualTo(
            """
            {
              "task" : 1.10,
              "texts" : [ "a\\nb" ]
            }""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{\"a\": 1} {\"b\": 2}", "{\"a\":", "42", "null"})
  void anythingElseIsShownAsItIs(String text) {
    assertThat(ReadableBody.of(text)).isEqualTo(new ReadableBody(text, false, false));
  }

  @Test
  void aBodyThatIsNestedTooDeeplyIsText() {
    String deep = "[".repeat(100_000);

    assertThat(ReadableBody.of(deep)).isEqualTo(new ReadableBody(deep, false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"endpoint\": {\"apiKey\": \"hush-hush\"}}",
        "{\"x-api-key\": \"hush-hush\"}",
        "[{\"Authorization\": \"hush-hush\"}]",
        "{\"client_secret\": \"hush-hush\"}",
        "{\"text\": \"I use Bearer hush-hush here\"}",
        "Authorization: bearer hush-hush",
        "{\"text\": \"sk-hush-hush\"}"
      })
  void whatLooksLikeACredentialIsMasked(String text) {
    ReadableBody body = ReadableBody.of(text);

    assertThat(body.text()).contains(ReadableBody.MASK).doesNotContain("hush");
    assertThat(body.masked()).isTrue();
  }

  @Test
  void wordsAboutSecretsStay() {
    String text = "{\"prompt\": \"What is the secret of a good password? Ask the bearer of it.\"}";

    assertThat(ReadableBody.of(text).masked()).isFalse();
  }
}
