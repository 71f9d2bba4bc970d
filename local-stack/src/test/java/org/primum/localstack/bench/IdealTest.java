package org.primum.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IdealTest {

  @Test
  void isWholeWavesAndTheLastJudging() {
    Ideal ideal = new Ideal(466, 0.2, 64, 0.2, 64);

    assertThat(ideal.even()).isEqualTo(1.456, within(0.001));
    assertThat(ideal.seconds()).isEqualTo(1.8, within(0.001));
  }

  @Test
  void isSetByTheSlowerOfTheTwo() {
    Ideal ideal = new Ideal(200, 0.05, 64, 0.2, 16);

    assertThat(ideal.seconds()).isEqualTo(13 * 0.2 + 0.05, within(0.001));
  }

  @Test
  void isOfSomething() {
    assertThatThrownBy(() -> new Ideal(0, 0.2, 64, 0.2, 64))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
