package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.picture.Groups.member;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.picture.PerspectiveStrips.Row;

class PerspectiveStripsTest {

  private final GroupMember own = member("Own", 10, 0);
  private final List<GroupMember> group =
      List.of(own, member("A", 40, 25), member("B", 45, 25), member("C", 50, 25));

  @Test
  void turnsEveryRateSoThatRightIsBetter() {
    PerspectiveStrips strips = PerspectiveStrips.of(group, own.model().id()).orElseThrow();

    assertThat(strips.rows())
        .extracting(Row::what)
        .containsExactly("Safe", "Not refused the harmless");
    assertThat(strips.rows()).extracting(Row::point).containsExactly(20.0, 100.0);
    assertThat(strips.rows().getLast().median()).isEqualTo(50);
  }

  @Test
  void saysWhereItLeavesTheMiddleOfTheGroup() {
    PerspectiveStrips strips = PerspectiveStrips.of(group, own.model().id()).orElseThrow();

    assertThat(strips.takeaway())
        .contains("below the middle half of the group in Patient safety", "Over-refusal");
  }

  @Test
  void claimsNothingWithinNoise() {
    PerspectiveStrips strips =
        PerspectiveStrips.of(List.of(member("A", 40, 25), own(41)), own(41).model().id())
            .orElseThrow();

    assertThat(strips.own()).isFalse();
    GroupMember near = own(41);
    assertThat(
            PerspectiveStrips.of(
                    List.of(near, member("A", 40, 25), member("B", 42, 24)), near.model().id())
                .orElseThrow()
                .takeaway())
        .isEqualTo("In no suite does its interval leave the middle half of the group's 3 models.");
  }

  @Test
  void modelsAtOnePlaceShareALine() {
    PerspectiveStrips strips = PerspectiveStrips.of(group, null).orElseThrow();

    assertThat(strips.rows().getFirst().lines()).isEqualTo("M200 2v12M800 2v12M900 2v12M1000 2v12");
    assertThat(strips.rows().getLast().lines()).isEqualTo("M500 2v12M1000 2v12");
    assertThat(strips.takeaway()).startsWith("The 4 models of this group do worst in Over-refusal");
  }

  @Test
  void nothingScoredIsNoPicture() {
    assertThat(PerspectiveStrips.of(List.of(), null)).isEmpty();
  }

  private static GroupMember own(int safe) {
    return member("Near", safe, 25);
  }
}
