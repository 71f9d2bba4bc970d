package org.primum.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.protocol.message.EvaluationState.COMPLETE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Perspective;

class BoardTest {

  @Test
  void keepsComparableGroupsApart() {
    Board board =
        Board.of(
            List.of(
                evaluation("a", "group-1", COMPLETE, 1, 1),
                evaluation("b", "group-2", COMPLETE, 2, 0)),
            Set.of(),
            Board.Order.PATIENT);

    assertThat(board.groups()).extracting(Board.Group::id).containsExactly("group-1", "group-2");
  }

  @Test
  void ordersModelsWithinTheirGroup() {
    var found =
        List.of(
            evaluation("a worse", "group-1", COMPLETE, 1, 3),
            evaluation("the better", "group-1", COMPLETE, 3, 1));

    assertThat(names(Board.of(found, Set.of(), Board.Order.PATIENT)))
        .containsExactly("the better", "a worse");
    assertThat(names(Board.of(found, Set.of(), Board.Order.NAME)))
        .containsExactly("a worse", "the better");
  }

  @Test
  void showsAllPerspectivesAndLeavesTheAbsentOnesEmpty() {
    Board board =
        Board.of(
            List.of(evaluation("a", "group-1", COMPLETE, 1, 1)), Set.of(), Board.Order.PATIENT);

    List<Board.Cell> cells = board.groups().getFirst().rows().getFirst().cells();
    assertThat(cells).extracting(Board.Cell::perspective).containsExactly(Perspective.values());
    assertThat(cells.get(0).suites()).hasSize(1);
    assertThat(cells.get(1).suites()).isEmpty();
  }

  @Test
  void marksARetiredVersion() {
    Board board =
        Board.of(
            List.of(evaluation("a", "group-1", COMPLETE, 1, 1)),
            Set.of("starter/1.0.0"),
            Board.Order.PATIENT);

    assertThat(board.groups().getFirst().retired()).isTrue();
  }

  private static List<String> names(Board board) {
    return board.groups().getFirst().rows().stream().map(row -> row.model().name()).toList();
  }
}
