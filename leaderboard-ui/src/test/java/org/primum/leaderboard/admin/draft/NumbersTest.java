package org.primum.leaderboard.admin.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;

class NumbersTest {

  private final List<FieldError> errors = new ArrayList<>();
  private final Numbers numbers = new Numbers(errors);

  @Test
  void numbersAreReadWithSpaceAroundThem() {
    assertThat(numbers.whole("votes", " 10 ", 1, 100)).isEqualTo(10);
    assertThat(numbers.decimal("temperature", " 0.70 ", 0, 2)).isEqualTo(0.7);
    assertThat(errors).isEmpty();
  }

  @Test
  void anEmptyFieldIsNoMistake() {
    assertThat(numbers.whole("votes", " ", 1, 100)).isNull();
    assertThat(numbers.decimal("temperature", null, 0, 2)).isNull();
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "1.5", "ten", "1e2", "99999999999"})
  void whatIsNoWholeNumberInItsRangeIsSaid(String entered) {
    assertThat(numbers.whole("votes", entered, 1, 100)).isNull();
    assertThat(errors)
        .containsExactly(new FieldError("votes", "must be a whole number from 1 to 100"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "2.01", "NaN", "Infinity", "0,7", "warm"})
  void whatIsNoDecimalNumberInItsRangeIsSaid(String entered) {
    assertThat(numbers.decimal("temperature", entered, 0, 2)).isNull();
    assertThat(errors)
        .containsExactly(
            new FieldError("temperature", "must be a number from 0 to 2, such as 0.7"));
  }
}
