package org.primum.gateway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgeTest {

  @Test
  void aJudgeAtAnotherAddressIsAnotherEndpoint() {
    Judge judge = new Judge();
    judge.moveTo("https://one.example/v1");
    UUID first = judge.endpointId;

    judge.moveTo("https://two.example/v1");

    assertThat(judge.endpointId).isNotEqualTo(first);
  }

  @Test
  void aJudgeThatStaysIsTheSameEndpoint() {
    Judge judge = new Judge();
    judge.moveTo("https://one.example/v1");
    UUID first = judge.endpointId;

    judge.moveTo("https://one.example/v1");

    assertThat(judge.endpointId).isEqualTo(first);
  }
}
