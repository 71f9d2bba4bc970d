package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.FailureKind;

/** Replies with status 200 that nevertheless hold no answer. */
class UnusableReplyTest {

  private static final String PAGE = "<!DOCTYPE html><html><body>Please log in</body></html>";

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "Text/HTML; charset=utf-8", "application/json", ""})
  void saysThatAWebPageCame(String contentType) {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.bytes(200, contentType, PAGE.getBytes(StandardCharsets.UTF_8)))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1))
          .startsWith("A web page came back instead of JSON. Check that the base URL");
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n"})
  void asksAgainWhenTheReplyIsEmpty(String body) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, body))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 3))
          .startsWith("The reply was empty.");
      assertThat(server.received()).hasSize(3);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n\t"})
  void saysThatTheAnswerWasEmpty(String content) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying(content)))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.EMPTY_ANSWER, 1))
          .isEqualTo("The answer was empty.");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void saysWhenTheTokensWereUsedUpBeforeTheFirstWord() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.completion("", "length")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.EMPTY_ANSWER, 1))
          .contains("all its tokens were used up");
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "Half of an")
  void saysThatTheContentFilterWithheldTheAnswer(String content) {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.completion(content, "content_filter")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.CONTENT_FILTER, 1))
          .isEqualTo("The provider's content filter withheld the answer.");
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello!",
        "null",
        "7",
        "\"No.\"",
        "[]",
        "{}",
        "{\"choices\": []}",
        "{\"choices\": {}}",
        "{\"choices\": [{\"text\": \"No.\"}]}",
        "{\"choices\": [{\"message\": \"No.\"}]}",
        "{\"choices\": [{\"message\": {\"content\": {\"text\": \"No.\"}}}]}",
        "{\"choices\": [{\"message\": {\"content\": 7}}]}",
        "{\"error\": null}",
        "{'choices': []}"
      })
  void saysThatTheReplyIsNoChatCompletion(String body) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, body))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1))
          .startsWith("The reply was not the JSON of a chat completion.");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void survivesJsonNestedWithoutEnd() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, "[".repeat(1_000_000)))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1)).contains("JSON");
    }
  }

  @Test
  void asksAgainWhenAnErrorStandsInPlaceOfAnAnswer() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.error("Provider away.", "502")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.SERVER_ERROR, 3))
          .isEqualTo(
              "The endpoint reported an error in place of an answer. The endpoint says:"
                  + " \"Provider away.\"");
    }
  }

  /** Nobody asked for compression; a server that compresses anyway is not understood. */
  @Test
  void doesNotGuessAtACompressedReply() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(Replies.saying("No.").getBytes(StandardCharsets.UTF_8));
    }
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.bytes(
                200, "application/json", compressed.toByteArray(), "Content-Encoding: gzip"))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1))
          .startsWith("The reply was not the JSON of a chat completion.");
    }
  }

  @Test
  void doesNotGuessAtAReplyInAnotherCharacterSet() {
    byte[] latin1 = Replies.saying("Für später: nein.").getBytes(StandardCharsets.ISO_8859_1);
    try (FaultyServer server = FaultyServer.that(Reaction.bytes(200, "application/json", latin1))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1))
          .startsWith("The reply was not the JSON of a chat completion.");
    }
  }
}
