package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatioBootstrapTest {

  @Test
  void isNothingWithoutAnyWhole() {
    Estimate ratio = RatioBootstrap.ratio(new double[] {0}, new double[] {0});

    assertThat(ratio).isNull();
  }

  @Test
  void weighsUnitsByTheirWholes() {
    Estimate ratio = RatioBootstrap.ratio(new double[] {1, 9}, new double[] {2, 10});

    assertThat(ratio.value()).isEqualTo(10 / 12.0);
  }

  /** One answer says next to nothing about the next, however many sentences it has. */
  @Test
  void claimsNoMoreOfASingleUnitThanOneTrialShows() {
    Estimate ratio = RatioBootstrap.ratio(new double[] {7, 0}, new double[] {10, 0});

    assertThat(ratio).isEqualTo(Wilson.interval(0.7, 1));
  }

  @Test
  void isWilsonsWhereAllUnitsAgree() {
    Estimate ratio = RatioBootstrap.ratio(new double[] {1, 2, 3}, new double[] {2, 4, 6});

    assertThat(ratio).isEqualTo(Wilson.interval(0.5, 3));
  }

  @Property
  void neverHasAnIntervalWithoutWidth(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 5) Integer> parts) {
    double[] part = parts.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] whole = parts.stream().mapToDouble(count -> 5).toArray();

    Estimate ratio = RatioBootstrap.ratio(part, whole);

    assertThat(ratio.upper()).isGreaterThan(ratio.lower());
  }
}
