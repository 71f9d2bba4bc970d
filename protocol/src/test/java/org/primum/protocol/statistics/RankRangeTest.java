package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ranks that the data can tell apart, and no others. */
class RankRangeTest {

  private static final int ITEMS = 300;
  private static final int BOARDS = 400;

  @Test
  void aModelAloneIsFirst() {
    assertThat(RankRange.of(List.of(model("yyn")))).containsExactly(new RankRange(1, 1));
    assertThat(RankRange.of(List.of())).isEmpty();
  }

  @Test
  void modelsThatDoTheSameMayHaveAnyRank() {
    assertThat(RankRange.of(List.of(model("yyyn"), model("yyyn"), model("nyyy"))))
        .containsExactly(new RankRange(1, 3), new RankRange(1, 3), new RankRange(1, 3));
  }

  @Test
  void oneThatIsClearlyBetterComesBefore() {
    YesNo good = model("y".repeat(40));
    YesNo bad = model("n".repeat(40));
    YesNo alsoBad = model("n".repeat(39) + "y");

    assertThat(RankRange.of(List.of(bad, good, alsoBad)))
        .containsExactly(new RankRange(2, 3), new RankRange(1, 1), new RankRange(2, 3));
  }

  /** On items that one of them has no outcome for, they cannot be compared. */
  @Test
  void onlyItemsThatBothHaveCount() {
    YesNo missing = model("?".repeat(40) + "y");
    YesNo bad = model("n".repeat(40) + "y");

    assertThat(missing.shared(bad)).isEqualTo(1);
    assertThat(RankRange.of(List.of(missing, bad)))
        .containsExactly(new RankRange(1, 2), new RankRange(1, 2));
  }

  /** Six discordant items have p = 0.03: enough for two models, not for three. */
  @Test
  void moreComparisonsNeedMoreEvidence() {
    YesNo better = model("y".repeat(6) + "y");
    YesNo worse = model("n".repeat(6) + "y");

    assertThat(RankRange.of(List.of(better, worse)))
        .containsExactly(new RankRange(1, 1), new RankRange(2, 2));
    assertThat(RankRange.of(List.of(better, worse, better))).containsOnly(new RankRange(1, 3));
  }

  /** The promise: on 95 of 100 boards at least, every range holds the true rank. */
  @Test
  void theRangesHoldTheTrueRanks() {
    double[] abilities = {1.6, 1.1, 1.1, 0.9, 0.8, 0.3, 0.25, 0.25, -0.4, -0.5};
    int[] truth = {1, 2, 2, 4, 5, 6, 7, 7, 9, 10};
    Random random = new Random(20261124);
    int held = 0;
    int separated = 0;
    for (int board = 0; board < BOARDS; board++) {
      List<RankRange> ranges = RankRange.of(simulated(abilities, random));
      held +=
          IntStream.range(0, truth.length).allMatch(at -> ranges.get(at).holds(truth[at])) ? 1 : 0;
      separated += (int) ranges.stream().filter(range -> range.last() < truth.length).count();
    }

    assertThat(held / (double) BOARDS).isGreaterThanOrEqualTo(0.95);
    // And they say something: most models are told from at least one that is worse.
    assertThat(separated / (double) BOARDS).isGreaterThan(5);
  }

  @Test
  void modelsThatAreEqualAreNotToldApart() {
    double[] abilities = new double[10];
    Random random = new Random(1);
    int claims = 0;
    for (int board = 0; board < BOARDS; board++) {
      List<RankRange> ranges = RankRange.of(simulated(abilities, random));
      claims += ranges.stream().anyMatch(range -> range.first() > 1) ? 1 : 0;
    }

    assertThat(claims / (double) BOARDS).isLessThanOrEqualTo(0.05);
  }

  @Test
  void aRangeBeginsAtOne() {
    assertThatThrownBy(() -> new RankRange(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RankRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Items differ in how hard they are, for every model alike: so the comparison is a paired one.
   */
  private static List<YesNo> simulated(double[] abilities, Random random) {
    double[] hardness = random.doubles(ITEMS).map(any -> random.nextGaussian(0, 1.5)).toArray();
    List<YesNo> models = new ArrayList<>();
    for (double ability : abilities) {
      BitSet known = new BitSet();
      BitSet yes = new BitSet();
      for (int item = 0; item < ITEMS; item++) {
        known.set(item, random.nextDouble() > 0.02);
        yes.set(item, random.nextDouble() < 1 / (1 + Math.exp(hardness[item] - ability)));
      }
      models.add(new YesNo(known, yes));
    }
    return models;
  }

  private static YesNo model(String outcomes) {
    BitSet known = new BitSet();
    BitSet yes = new BitSet();
    for (int item = 0; item < outcomes.length(); item++) {
      known.set(item, outcomes.charAt(item) != '?');
      yes.set(item, outcomes.charAt(item) == 'y');
    }
    return new YesNo(known, yes);
  }
}
