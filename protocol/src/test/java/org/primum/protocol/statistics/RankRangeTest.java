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

  /** One that is worse in a single share has the worse least, however good it is elsewhere. */
  @Test
  void theLeastShareDecides() {
    List<LeastShare> even = shares(0.8, 0.8, 0.8);
    List<LeastShare> uneven = shares(0.99, 0.5, 0.99);
    List<LeastShare> similar = shares(0.99, 0.79, 0.99);

    assertThat(RankRange.ofLeast(List.of(uneven, even)))
        .containsExactly(new RankRange(2, 2), new RankRange(1, 1));
    assertThat(RankRange.ofLeast(List.of(similar, even))).containsOnly(new RankRange(1, 2));
    // All of the one must be above the other's least: 0.8 is, by far; in the third it is close.
    assertThat(RankRange.ofLeast(List.of(shares(0.8, 0.5, 0.8), shares(0.8, 0.8, 0.55))))
        .containsOnly(new RankRange(1, 2));
  }

  /** The same promise for the least of several shares. */
  @Test
  void theRangesByTheLeastShareHoldTheTrueRanks() {
    double[][] chances = {
      {0.95, 0.9, 0.92}, {0.9, 0.8, 0.99}, {0.8, 0.8, 0.8}, {0.7, 0.99, 0.95}, {0.6, 0.6, 0.9},
    };
    int[] truth = {1, 2, 2, 4, 5};
    Random random = new Random(20261125);
    int held = 0;
    int separated = 0;
    for (int board = 0; board < BOARDS; board++) {
      List<List<LeastShare>> models = new ArrayList<>();
      for (double[] chance : chances) {
        models.add(drawn(chance, random));
      }
      List<RankRange> ranges = RankRange.ofLeast(models);
      held +=
          IntStream.range(0, truth.length).allMatch(at -> ranges.get(at).holds(truth[at])) ? 1 : 0;
      separated += (int) ranges.stream().filter(range -> range.last() < truth.length).count();
    }

    assertThat(held / (double) BOARDS).isGreaterThanOrEqualTo(0.95);
    assertThat(separated / (double) BOARDS).isGreaterThan(2);
  }

  /** The worst case: equal, and every share is the least. */
  @Test
  void modelsWithTheSameLeastShareAreNotToldApart() {
    for (double[] chance : new double[][] {{0.7, 0.7, 0.7}, {0.7, 1, 1}}) {
      Random random = new Random(2);
      int claims = 0;
      for (int board = 0; board < BOARDS; board++) {
        List<RankRange> ranges =
            RankRange.ofLeast(
                List.of(
                    drawn(chance, random),
                    drawn(chance, random),
                    drawn(new double[] {1, 0.7, 0.95}, random),
                    drawn(chance, random)));
        claims += ranges.stream().anyMatch(range -> range.first() > 1) ? 1 : 0;
      }

      assertThat(claims / (double) BOARDS).isLessThanOrEqualTo(0.05);
    }
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

  /** Shares of {@value #ITEMS} items each, just as large as that. */
  private static List<LeastShare> shares(double... values) {
    List<LeastShare> shares = new ArrayList<>();
    for (double value : values) {
      int yes = (int) Math.round(value * ITEMS);
      shares.add(share(model("y".repeat(yes) + "n".repeat(ITEMS - yes))));
    }
    return shares;
  }

  private static List<LeastShare> drawn(double[] chances, Random random) {
    List<LeastShare> shares = new ArrayList<>();
    for (double chance : chances) {
      StringBuilder outcomes = new StringBuilder();
      for (int item = 0; item < ITEMS; item++) {
        outcomes.append(random.nextDouble() < chance ? 'y' : 'n');
      }
      shares.add(share(model(outcomes.toString())));
    }
    return shares;
  }

  private static LeastShare share(YesNo outcomes) {
    return new LeastShare(Wilson.interval(outcomes.yes().cardinality(), ITEMS), outcomes);
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
