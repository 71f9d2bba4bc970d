package org.primum.protocol.scoring.groundedness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.Json;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.scoring.Panel;

class SentenceReplyTest {

  private static final SentenceReply FORMAT = new SentenceReply();
  private static final String SENTENCE =
      "{\"sentence\": \"Twice a day.\", \"rationale\": \"It says so.\", \"label\": \"supported\","
          + " \"excerpt\": \"twice daily\"}";

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", " \n[ %s ]\r\n", "{\"sentences\": [%s]}"})
  void readsAnArrayOfSentencesAloneOrInAnObject(String around) {
    Reading reading = FORMAT.read(around.formatted(SENTENCE));

    assertThat(reading)
        .isEqualTo(
            new Reading.Read(
                1,
                null,
                List.of(
                    new LabelledPart("Twice a day.", "supported", "It says so.", "twice daily"))));
  }

  @Property
  void readsEveryWellFormedReply(
      @ForAll("parts") List<LabelledPart> parts, @ForAll boolean inAnObject) {
    Reading reading = FORMAT.read(reply(parts, inAnObject));

    assertThat(reading).isEqualTo(new Reading.Read(parts.size(), null, parts));
  }

  @Property
  void readsNoReplyThatBreaksOff(
      @ForAll("parts") List<LabelledPart> parts,
      @ForAll boolean inAnObject,
      @ForAll @IntRange(max = 400) int missing) {
    String whole = reply(parts, inAnObject);
    String cut = whole.substring(0, Math.max(0, whole.length() - 1 - missing));

    Reading reading = FORMAT.read(cut);

    assertThat(reading).as(cut).isInstanceOf(Reading.Unreadable.class);
  }

  /** One thing is wrong with one sentence among good ones. */
  @Property
  void readsNothingWhereOneSentenceIsNotOfTheShape(
      @ForAll("parts") List<LabelledPart> parts,
      @ForAll boolean inAnObject,
      @ForAll @IntRange(max = 5) int place,
      @ForAll("faults") UnaryOperator<ObjectNode> fault) {
    ArrayNode sentences = sentences(parts);
    int at = place % parts.size();
    sentences.set(at, fault.apply((ObjectNode) sentences.get(at)));

    Reading reading = FORMAT.read(written(sentences, inAnObject));

    assertThat(reading).as(sentences.toString()).isInstanceOf(Reading.Unreadable.class);
    assertThat(((Reading.Unreadable) reading).problem()).startsWith("sentence " + (at + 1) + " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "supported",
        "\"supported\"",
        "1",
        "[]",
        "{}",
        "{\"sentences\": []}",
        "{\"sentences\": null}",
        "{\"sentences\": {}}",
        "{\"sentences\": \"supported\"}",
        "[null]",
        "[\"supported\"]",
        "[[%s]]",
        "%s",
        "{\"answer\": [%s]}",
        "{\"Sentences\": [%s]}",
        "{\"sentences\": [%s], \"note\": \"all of them\"}",
        "{\"sentences\": [%s], \"sentences\": [%s]}",
        "[%s, ]",
        "[%s %s]",
        "[%s][%s]",
        "[%s] That is all.",
        "Here they are: [%s]",
        "```json\n[%s]\n```",
        "%s\n%s"
      })
  void guessesAtNothingElse(String around) {
    Reading reading = FORMAT.read(around.replace("%s", SENTENCE));

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(((Reading.Unreadable) reading).problem()).isNotBlank();
  }

  @Property
  void neverReadsArbitraryText(@ForAll String reply) {
    Reading reading = FORMAT.read(reply);

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  /** A field twice would leave open which of the two the judge meant. */
  @Test
  void takesNoSentenceWithALabelTwice() {
    Reading reading =
        FORMAT.read(
            "[{\"sentence\": \"a\", \"rationale\": \"b\", \"label\": \"supported\","
                + " \"label\": \"contradictory\", \"excerpt\": null}]");

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  @Provide
  Arbitrary<List<LabelledPart>> parts() {
    Arbitrary<String> texts =
        Arbitraries.of(
            "Twice a day.", "\"Quoted\" \\ text", "[1] {2}", "ä€😀", "label: supported", "a\nb");
    return Combinators.combine(
            texts, Arbitraries.of(Panel.SENTENCE_LABELS), texts, texts.injectNull(0.3))
        .as(LabelledPart::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<UnaryOperator<ObjectNode>> faults() {
    return Arbitraries.of(
        Stream.<UnaryOperator<ObjectNode>>of(
                sentence -> sentence.without("sentence"),
                sentence -> sentence.without("rationale"),
                sentence -> sentence.without("label"),
                sentence -> sentence.put("sentence", " \n"),
                sentence -> sentence.putNull("sentence"),
                sentence -> sentence.put("sentence", 1),
                sentence -> sentence.putNull("rationale"),
                sentence -> sentence.put("rationale", true),
                sentence -> sentence.putNull("label"),
                sentence -> sentence.put("label", ""),
                sentence -> sentence.put("label", 1),
                sentence -> sentence.put("label", "Supported"),
                sentence -> sentence.put("label", " supported"),
                sentence -> sentence.put("label", "no-rad"),
                sentence -> sentence.put("label", "grounded"),
                sentence -> sentence.put("label", "supported|no_rad"),
                sentence -> sentence.set("label", Json.MAPPER.createArrayNode().add("supported")),
                sentence -> sentence.put("excerpt", 3),
                sentence -> sentence.set("excerpt", Json.MAPPER.createArrayNode()),
                sentence -> sentence.put("score", "1"),
                sentence -> sentence.put("Label", "supported"))
            .toList());
  }

  private static String reply(List<LabelledPart> parts, boolean inAnObject) {
    return written(sentences(parts), inAnObject);
  }

  private static String written(ArrayNode sentences, boolean inAnObject) {
    return inAnObject
        ? Json.MAPPER.createObjectNode().set("sentences", sentences).toString()
        : sentences.toString();
  }

  private static ArrayNode sentences(List<LabelledPart> parts) {
    ArrayNode sentences = Json.MAPPER.createArrayNode();
    parts.forEach(
        part ->
            sentences
                .addObject()
                .put("sentence", part.text())
                .put("rationale", part.reason())
                .put("label", part.label())
                .put("excerpt", part.excerpt()));
    return sentences;
  }
}
