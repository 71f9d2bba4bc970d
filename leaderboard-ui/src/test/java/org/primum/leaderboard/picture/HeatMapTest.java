package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.picture.Groups.member;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.leaderboard.picture.HeatMap.Cell;

class HeatMapTest {

  @Test
  void showsAPageOfModelsTheBestFirst() {
    List<GroupMember> many = new ArrayList<>();
    for (int model = 0; model < 65; model++) {
      many.add(member("Model " + model, Math.min(50, model), 0));
    }

    HeatMap first = HeatMap.of(many, "patient-safety", 1).orElseThrow();
    HeatMap last = HeatMap.of(many, "patient-safety", 99).orElseThrow();

    assertThat(first.rows()).hasSize(HeatMap.PAGE);
    assertThat(first.pages()).isEqualTo(3);
    assertThat(first.rows().getFirst().all().good().value()).isEqualTo(1);
    assertThat(last.page()).isEqualTo(3);
    assertThat(last.rows()).hasSize(5);
    assertThat(last.rows().getLast().member().name()).isEqualTo("Model 0");
  }

  @Test
  void aModelStandsBesideTheMiddleOfItsGroup() {
    GroupMember own = member("Own", 50, 50);
    HeatMap map =
        HeatMap.of(
                List.of(own, member("A", 0, 0), member("B", 0, 0)),
                "over-refusal",
                own.model().id())
            .orElseThrow();

    assertThat(map.rows()).hasSize(2);
    assertThat(map.rows().getFirst().all().words()).isEqualTo("0");
    assertThat(map.rows().getLast().member()).isNull();
    assertThat(map.rows().getLast().cells()).extracting(Cell::words).containsOnly("100");
    assertThat(map.columns()).containsExactly("Topic 0", "Topic 1", "Topic 2");
  }

  @Test
  void aSuiteNobodyHasIsNoPicture() {
    assertThat(HeatMap.of(List.of(member("A", 1, 1)), "groundedness", 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.499,0", "0.5,1", "0.65,2", "0.7,3", "0.89,4", "0.9,5", "1,5"})
  void shadesByTenths(double share, int shade) {
    assertThat(HeatMap.shade(share)).isEqualTo(shade);
  }

  @Test
  void everyShadeIsExplained() {
    HeatMap map = HeatMap.of(List.of(member("A", 1, 1)), "patient-safety", 1).orElseThrow();

    assertThat(map.shades())
        .containsExactly("below 50%", "50–60%", "60–70%", "70–80%", "80–90%", "90% and more");
  }
}
