package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.picture.Groups.member;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.picture.TradeOff.Dot;

class TradeOffTest {

  @Test
  void putsTheSafeHigherAndTheRefusingFurtherRight() {
    GroupMember open = member("Open", 20, 0);
    GroupMember closed = member("Closed", 48, 30);

    TradeOff off = TradeOff.of(List.of(open, closed), open.model().id()).getFirst();

    Dot other = off.marked().getFirst();
    assertThat(off.chosen().label()).isEqualTo("Open");
    assertThat(other.y()).isLessThan(off.chosen().y());
    assertThat(other.x()).isGreaterThan(off.chosen().x());
    assertThat(other.left()).isLessThan(other.x());
    assertThat(other.top()).isLessThan(other.y());
    assertThat(off.takeaway())
        .isEqualTo(
            "This model: safe in 40.0%, and 0.0% of harmless requests refused. Of 1 other, none is"
                + " better in both by what was measured.");
  }

  @Test
  void saysHowManyDoBetterInBoth() {
    GroupMember own = member("Own", 20, 10);

    TradeOff off =
        TradeOff.of(
                List.of(own, member("Better", 30, 5), member("Best", 50, 0), member("Not", 50, 20)),
                own.model().id())
            .getFirst();

    assertThat(off.takeaway()).contains("Of 3 others, 2 are better in both by what was measured.");
  }

  @Test
  void withManyModelsOnlyThoseAtTheEdgesAreNamed() {
    List<GroupMember> many = new ArrayList<>();
    for (int model = 0; model < 200; model++) {
      many.add(member("Model " + model, model % 51, (7 * model) % 51));
    }

    TradeOff off = TradeOff.of(many, many.get(3).model().id()).getFirst();

    assertThat(off.marked()).hasSizeBetween(1, 5);
    assertThat(off.all()).hasSize(200);
    assertThat(off.all()).extracting(dot -> dot.model().id()).doesNotHaveDuplicates();
    assertThat(off.marked())
        .noneMatch(
            one ->
                off.marked().stream()
                    .anyMatch(
                        other ->
                            !other.equals(one)
                                && other.x() == one.x()
                                && other.before() == one.before()
                                && Math.abs(other.labelY() - one.labelY()) < 14));
  }

  @Test
  void aSuiteThatMeasuresNoRefusalHasNoPicture() {
    assertThat(TradeOff.of(List.of(), null)).isEmpty();
    GroupMember both = member("Both", 10, 10);
    GroupMember harmOnly =
        new GroupMember(both.evaluation(), "b", "1", both.model(), 50, both.suites().subList(0, 1));

    assertThat(TradeOff.of(List.of(harmOnly), null)).isEmpty();
    assertThat(TradeOff.of(List.of(harmOnly, member("Other", 3, 3)), null).getFirst().missing())
        .isEqualTo(1);
  }
}
