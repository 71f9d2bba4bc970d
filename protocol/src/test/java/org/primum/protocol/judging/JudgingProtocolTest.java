package org.primum.protocol.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.primum.protocol.Endpoint;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.JudgingProtocol.Replies;

class JudgingProtocolTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Endpoint ENDPOINT =
      new Endpoint(ID, "openai", "https://judge.example/v1", "judge-1", 4);
  private static final Judge JUDGE = new Judge("first", "family", ENDPOINT);
  private static final Question QUESTION = new Question("harm", "Judge.", 1, 0, 512);
  private static final JudgingProtocol PROTOCOL = judgedBy(JUDGE);

  /**
   * Computed once, outside of Java, from the words around request and answer as well; another value
   * cuts every published result off from new ones.
   */
  @Test
  void keepsItsHashForEver() {
    String hash = PROTOCOL.hash();

    assertThat(hash).isEqualTo("3d78a7d19f8c9ce7d963cd4129bc5aa6df44579267df9de728e4e56dcae9dc28");
  }

  @ParameterizedTest
  @MethodSource("changed")
  void hasAnotherHashWhenAnythingThatMovesAVerdictChanges(JudgingProtocol changed) {
    String hash = changed.hash();

    assertThat(hash).isNotEqualTo(PROTOCOL.hash());
  }

  static Stream<Named<JudgingProtocol>> changed() {
    return Stream.of(
        Named.of("suite", protocol("other", "harm", "Rules.", PanelRule.MEDIAN, 3)),
        Named.of("measure", protocol("suite", "refusal", "Rules.", PanelRule.MEDIAN, 3)),
        Named.of("rules", protocol("suite", "harm", "Rules!", PanelRule.MEDIAN, 3)),
        Named.of("panel rule", protocol("suite", "harm", "Rules.", PanelRule.MEAN, 3)),
        Named.of("requests", protocol("suite", "harm", "Rules.", PanelRule.MEDIAN, 4)),
        Named.of("instructions", asking(new Question("harm", "Judge!", 1, 0, 512))),
        Named.of("question's id", asking(new Question("other", "Judge.", 1, 0, 512))),
        Named.of("votes", asking(new Question("harm", "Judge.", 2, 1, 512))),
        Named.of("temperature", asking(new Question("harm", "Judge.", 1, 0.1, 512))),
        Named.of("token limit", asking(new Question("harm", "Judge.", 1, 0, 513))),
        Named.of("a question more", asking(QUESTION, new Question("more", "Judge.", 1, 0, 512))),
        Named.of("judge's name", judgedBy(new Judge("second", "family", ENDPOINT))),
        Named.of("judge's family", judgedBy(new Judge("first", "other", ENDPOINT))),
        Named.of("unknown family", judgedBy(new Judge("first", null, ENDPOINT))),
        Named.of("revision", judgedBy(new Judge("first", "family", "r1", null, ENDPOINT))),
        Named.of(
            "reply mode",
            judgedBy(new Judge("first", "family", null, Replies.JSON_OBJECT, ENDPOINT))),
        Named.of("provider", judgedBy(asked("other", "https://judge.example/v1", "judge-1"))),
        Named.of("address", judgedBy(asked("openai", "https://other.example/v1", "judge-1"))),
        Named.of("model", judgedBy(asked("openai", "https://judge.example/v1", "judge-2"))),
        Named.of("a judge more", judgedBy(JUDGE, new Judge("second", "family", ENDPOINT))));
  }

  @Test
  void hasTheSameHashHoweverManyRequestsRunAtOnce() {
    Endpoint wider = new Endpoint(ID, "openai", "https://judge.example/v1", "judge-1", 64);

    String hash = judgedBy(new Judge("first", "family", wider)).hash();

    assertThat(hash).isEqualTo(PROTOCOL.hash());
  }

  /** The id names a credential of one installation; another one has the same protocol. */
  @Test
  void hasTheSameHashInEveryInstallation() {
    Endpoint elsewhere =
        new Endpoint(new UUID(0, 2), "openai", "https://judge.example/v1", "judge-1", 4);

    String hash = judgedBy(new Judge("first", "family", elsewhere)).hash();

    assertThat(hash).isEqualTo(PROTOCOL.hash());
  }

  private static Judge asked(String provider, String baseUrl, String modelName) {
    return new Judge("first", "family", new Endpoint(ID, provider, baseUrl, modelName, 4));
  }

  private static JudgingProtocol judgedBy(Judge... judges) {
    return new JudgingProtocol(
        "suite", "harm", "Rules.", List.of(QUESTION), PanelRule.MEDIAN, List.of(judges), 3);
  }

  private static JudgingProtocol asking(Question... questions) {
    return new JudgingProtocol(
        "suite", "harm", "Rules.", List.of(questions), PanelRule.MEDIAN, List.of(JUDGE), 3);
  }

  private static JudgingProtocol protocol(
      String suite, String measure, String rules, PanelRule rule, int maxRequests) {
    return new JudgingProtocol(
        suite, measure, rules, List.of(QUESTION), rule, List.of(JUDGE), maxRequests);
  }
}
