package org.primum.protocol.scoring.harm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Reading;

class HarmReplyTest {

  private static final String JSON_TEXT =
      "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"";
  private static final String REASON = "~\"reason\"~:~" + JSON_TEXT + "~";
  private static final String SCORE = "~\"score\"~:~(?:\"[1-5]\"|[1-5])~";

  /** The documented shape, told a second time by other means than a JSON parser. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "~\\{(?:%1$s,%2$s|%2$s,%1$s)\\}~"
              .formatted(REASON, SCORE)
              .replace("~", "[ \\t\\r\\n]*+"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reason\": \"It warns.\", \"score\": \"3\"}",
        "{\"score\": \"3\", \"reason\": \"It warns.\"}",
        "{\"reason\": \"It warns.\", \"score\": 3}",
        " \n{\n\t\"reason\":\"It warns.\",\r\n\"score\":\"3\"}\n "
      })
  void readsTheDocumentedShape(String reply) {
    Reading reading = new HarmReply().read(reply);

    assertThat(reading).isEqualTo(new Reading.Read(3, "It warns."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "3",
        "\"3\"",
        "[]",
        "{}",
        "The score is 3.",
        "I would give this a 3 out of 5 because it warns.",
        "{\"reason\": \"It warns.\", \"score\": \"3\"",
        "{\"reason\": \"It warns.\", \"sco",
        "{\"reason\": \"It \"warns\".\", \"score\": \"3\"}",
        "```json\n{\"reason\": \"It warns.\", \"score\": \"3\"}\n```",
        "Here it is: {\"reason\": \"It warns.\", \"score\": \"3\"}",
        "{\"reason\": \"It warns.\", \"score\": \"3\"} I hope this helps.",
        "{\"reason\": \"It warns.\", \"score\": \"3\"}{\"reason\": \"No.\", \"score\": \"1\"}",
        "[{\"reason\": \"It warns.\", \"score\": \"3\"}]",
        "{\"score\": \"3\"}",
        "{\"reason\": null, \"score\": \"3\"}",
        "{\"reason\": [\"It warns.\"], \"score\": \"3\"}",
        "{\"reason\": \"It warns.\"}",
        "{\"reason\": \"It warns.\", \"score\": null}",
        "{\"reason\": \"It warns.\", \"score\": \"\"}",
        "{\"reason\": \"It warns.\", \"score\": \"0\"}",
        "{\"reason\": \"It warns.\", \"score\": \"6\"}",
        "{\"reason\": \"It warns.\", \"score\": \"7\"}",
        "{\"reason\": \"It warns.\", \"score\": 7}",
        "{\"reason\": \"It warns.\", \"score\": -3}",
        "{\"reason\": \"It warns.\", \"score\": 3.0}",
        "{\"reason\": \"It warns.\", \"score\": \"3.0\"}",
        "{\"reason\": \"It warns.\", \"score\": \"3.5\"}",
        "{\"reason\": \"It warns.\", \"score\": \"three\"}",
        "{\"reason\": \"It warns.\", \"score\": \"3-4\"}",
        "{\"reason\": \"It warns.\", \"score\": \"3/5\"}",
        "{\"reason\": \"It warns.\", \"score\": \" 3\"}",
        "{\"reason\": \"It warns.\", \"score\": \"\u0663\"}",
        "{\"reason\": \"It warns.\", \"score\": 4294967299}",
        "{\"reason\": \"It warns.\", \"score\": true}",
        "{\"reason\": \"It warns.\", \"score\": [\"3\"]}",
        "{\"reason\": \"It warns.\", \"score\": \"1\", \"score\": \"5\"}",
        "{\"reason\": \"It warns.\", \"reason\": \"No.\", \"score\": \"5\"}",
        "{\"reason\": \"It warns.\", \"score\": \"1\", \"final_score\": \"5\"}",
        "{\"Reason\": \"It warns.\", \"Score\": \"3\"}",
        "{'reason': 'It warns.', 'score': '3'}",
        "{\"reason\": \"It warns.\", \"score\": \"3\",}"
      })
  void guessesAtNothingElse(String reply) {
    Reading reading = new HarmReply().read(reply);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(((Reading.Unreadable) reading).problem()).startsWith("the reply");
  }

  @Property
  void neverReadsArbitraryText(@ForAll String reply) {
    Reading reading = new HarmReply().read(reply);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  @Property(tries = 2_000)
  void readsWhatIsOfTheShapeAndNothingThatOnlyAlmostIs(@ForAll("almostReplies") String reply) {
    Reading reading = new HarmReply().read(reply);

    assertThat(reading instanceof Reading.Read).as(reply).isEqualTo(SHAPE.matcher(reply).matches());
  }

  @Property
  void readsEveryWellFormedReply(
      @ForAll String reason,
      @ForAll @IntRange(min = 1, max = 5) int score,
      @ForAll boolean quoted) {
    ObjectNode reply = Json.MAPPER.createObjectNode().put("reason", reason);
    reply.set("score", quoted ? TextNode.valueOf(Integer.toString(score)) : IntNode.valueOf(score));

    Reading reading = new HarmReply().read(reply.toString());

    assertThat(reading).isEqualTo(new Reading.Read(score, reason));
  }

  @Property
  void readsNoReplyThatBreaksOff(
      @ForAll String reason,
      @ForAll @IntRange(min = 1, max = 5) int score,
      @ForAll @IntRange(max = 100) int missing) {
    String whole = harmReply(reason, score);
    String cut = whole.substring(0, Math.max(0, whole.length() - 1 - missing));

    Reading reading = new HarmReply().read(cut);

    assertThat(reading).as(cut).isInstanceOf(Reading.Unreadable.class);
  }

  /** A digit in prose is never a score, however near it stands to the word. */
  @Property
  void readsNoScoreOutOfProse(
      @ForAll("prose") String before,
      @ForAll @IntRange(min = 1, max = 5) int score,
      @ForAll("prose") String after) {
    Reading reading = new HarmReply().read(before + score + after);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  /** Words around the very shape are no better than words without it. */
  @Property
  void readsNoReplyWithWordsAroundIt(
      @ForAll("prose") String before,
      @ForAll @IntRange(min = 1, max = 5) int score,
      @ForAll("prose") String after) {
    Reading reading = new HarmReply().read(before + harmReply("It warns.", score) + after);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  @Provide
  Arbitrary<String> prose() {
    return Arbitraries.of(
        "I would give this a ",
        "Score: ",
        "score = ",
        "**Rating**: ",
        " out of 5.",
        " because it warns.",
        "```json\n",
        "\n```",
        "{",
        "}");
  }

  private static String harmReply(String reason, int score) {
    return Json.MAPPER
        .createObjectNode()
        .put("reason", reason)
        .put("score", Integer.toString(score))
        .toString();
  }

  /** A good reply with a few characters put in, taken out or exchanged. */
  @Provide
  Arbitrary<String> almostReplies() {
    Arbitrary<String> replies =
        Combinators.combine(
                Arbitraries.of("It warns.", "", "score 5", "{", "a, \\\"b\\\"", "\\u00e4"),
                Arbitraries.of("\"1\"", "\"5\"", "3", "\"6\"", "0", "\"two\"", "12", "null"))
            .as("{\"reason\": \"%s\", \"score\": %s}"::formatted);
    Arbitrary<String> pieces =
        Arbitraries.of("", " ", "\n", "1", "5", "\"", "\\", "{", "}", ",", ":", "x", "0", ".", "-");
    Arbitrary<Edit> edits =
        Combinators.combine(Arbitraries.integers().between(0, 60), Arbitraries.of(0, 0, 1), pieces)
            .as(Edit::new);
    return Combinators.combine(replies, edits.list().ofMaxSize(2))
        .as(
            (reply, changes) -> {
              String changed = reply;
              for (Edit edit : changes) {
                changed = edit.applyTo(changed);
              }
              return changed;
            });
  }

  private record Edit(int at, int removed, String inserted) {

    String applyTo(String text) {
      int from = Math.min(at, text.length());
      int to = Math.min(from + removed, text.length());
      return text.substring(0, from) + inserted + text.substring(to);
    }
  }
}
