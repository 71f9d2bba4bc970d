package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.Scale.Tick;

class ScaleTest {

  @Test
  void placesNumbersBetweenItsEnds() {
    Scale up = new Scale(0, 1, 200, 0);

    assertThat(up.at(0)).isEqualTo(200);
    assertThat(up.at(0.25)).isEqualTo(150);
    assertThat(up.at(7)).isZero();
    assertThat(up.between(0.25, 0.5)).isEqualTo(50);
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(Scale.ofShares(0, 100).ticks(4))
        .extracting(Tick::label)
        .containsExactly("0%", "50%", "100%");
    assertThat(new Scale(0.3, 0.6, 0, 100).ticks(4))
        .extracting(Tick::label)
        .containsExactly("30%", "40%", "50%", "60%");
    assertThat(Scale.upTo(1_730, 0, 100).ticks(4, Formatting::grouped))
        .extracting(Tick::label)
        .containsExactly("0", "500", "1,000", "1,500", "2,000");
  }

  @Test
  void ticksOfAPieceLieOnIt() {
    List<Tick> ticks = new Scale(0.7, 0.9, 0, 100).ticks(4);

    assertThat(ticks).extracting(Tick::label).containsExactly("70%", "75%", "80%", "85%", "90%");
    assertThat(ticks.getFirst().at()).isZero();
    assertThat(ticks.getLast().at()).isEqualTo(100);
  }

  @Test
  void mustRise() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scale(1, 1, 0, 100));
  }

  @Property
  void holdsEveryShareAndIsNeverTooShort(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 1) Double> shares) {
    Scale scale = Scale.around(shares, 0, 100);

    assertThat(scale.to() - scale.from()).isGreaterThanOrEqualTo(Scale.SHORTEST - 1e-9);
    assertThat(scale.from()).isBetween(0.0, 1.0);
    assertThat(scale.to()).isBetween(0.0, 1.0);
    assertThat(shares)
        .allSatisfy(share -> assertThat(share).isBetween(scale.from() - 1e-9, scale.to() + 1e-9));
  }

  @Property
  void hasTicksInOrderAndNotTooMany(
      @ForAll @DoubleRange(min = 0, max = 0.8) double from,
      @ForAll @DoubleRange(min = 0.2, max = 1) double length,
      @ForAll @IntRange(min = 3, max = 6) int wanted) {
    Scale scale = new Scale(from, from + length, 0, 100);

    List<Tick> ticks = scale.ticks(wanted);

    assertThat(ticks).hasSizeBetween(1, wanted + 2);
    assertThat(ticks)
        .extracting(Tick::at)
        .isSorted()
        .allSatisfy(at -> assertThat(at).isBetween(0.0, 100.0));
    assertThat(scale.at(from + length / 2)).isCloseTo(50, within(0.01));
  }

  @Property
  void growsWithTheLongestAnswer(@ForAll @DoubleRange(max = 1e6) double most) {
    Scale scale = Scale.upTo(most, 0, 100);

    assertThat(scale.to()).isGreaterThanOrEqualTo(most);
    assertThat(scale.to()).isLessThanOrEqualTo(Math.max(2, 2 * most));
  }
}
