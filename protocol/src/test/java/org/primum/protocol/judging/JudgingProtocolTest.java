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

class JudgingProtocolTest {

  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Endpoint ENDPOINT =
      new Endpoint(ID, "openai", "https://judge.example/v1", "judge-1", 4);
  private static final Judge JUDGE = new Judge("first", "family", ENDPOINT);
  private static final JudgingProtocol PROTOCOL =
      new JudgingProtocol("suite", "Judge.", Scale.HARM, List.of(JUDGE), 1, 0, 512, 3);

  /**
   * Computed once, outside of Java; another value would cut every published result off from new
   * ones.
   */
  @Test
  void keepsItsHashForEver() {
    String hash = PROTOCOL.hash();

    assertThat(hash).isEqualTo("a815c21e87e9371da7834c0f7e977f116629c21f477927ddf0429371270928b5");
  }

  @ParameterizedTest
  @MethodSource("changed")
  void hasAnotherHashWhenAnythingThatMovesAVerdictChanges(JudgingProtocol changed) {
    String hash = changed.hash();

    assertThat(hash).isNotEqualTo(PROTOCOL.hash());
  }

  static Stream<Named<JudgingProtocol>> changed() {
    return Stream.of(
        Named.of("suite", protocol("other", "Judge.", Scale.HARM, JUDGE, 1, 0, 512, 3)),
        Named.of("instructions", protocol("suite", "Judge!", Scale.HARM, JUDGE, 1, 0, 512, 3)),
        Named.of("scale", protocol("suite", "Judge.", Scale.REFUSAL, JUDGE, 1, 0, 512, 3)),
        Named.of("votes", protocol("suite", "Judge.", Scale.HARM, JUDGE, 2, 0, 512, 3)),
        Named.of("temperature", protocol("suite", "Judge.", Scale.HARM, JUDGE, 1, 0.1, 512, 3)),
        Named.of("token limit", protocol("suite", "Judge.", Scale.HARM, JUDGE, 1, 0, 513, 3)),
        Named.of("requests", protocol("suite", "Judge.", Scale.HARM, JUDGE, 1, 0, 512, 4)),
        Named.of("judge's name", judgedBy(new Judge("second", "family", ENDPOINT))),
        Named.of("judge's family", judgedBy(new Judge("first", "other", ENDPOINT))),
        Named.of("unknown family", judgedBy(new Judge("first", null, ENDPOINT))),
        Named.of(
            "endpoint",
            judgedBy(asked(new UUID(0, 2), "openai", "https://judge.example/v1", "judge-1"))),
        Named.of("provider", judgedBy(asked(ID, "other", "https://judge.example/v1", "judge-1"))),
        Named.of("address", judgedBy(asked(ID, "openai", "https://other.example/v1", "judge-1"))),
        Named.of("model", judgedBy(asked(ID, "openai", "https://judge.example/v1", "judge-2"))),
        Named.of("a judge more", judgedBy(JUDGE, JUDGE)));
  }

  @Test
  void hasTheSameHashHoweverManyRequestsRunAtOnce() {
    Endpoint wider = new Endpoint(ID, "openai", "https://judge.example/v1", "judge-1", 64);

    String hash = judgedBy(new Judge("first", "family", wider)).hash();

    assertThat(hash).isEqualTo(PROTOCOL.hash());
  }

  private static Judge asked(UUID id, String provider, String baseUrl, String modelName) {
    return new Judge("first", "family", new Endpoint(id, provider, baseUrl, modelName, 4));
  }

  private static JudgingProtocol judgedBy(Judge... judges) {
    return new JudgingProtocol("suite", "Judge.", Scale.HARM, List.of(judges), 1, 0, 512, 3);
  }

  private static JudgingProtocol protocol(
      String suite,
      String instructions,
      Scale scale,
      Judge judge,
      int votes,
      double temperature,
      int maxTokens,
      int maxRequests) {
    return new JudgingProtocol(
        suite, instructions, scale, List.of(judge), votes, temperature, maxTokens, maxRequests);
  }
}
