package org.primum.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.protocol.message.EvaluationState.COMPLETE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.protocol.Perspective;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.scoring.Rate;

class BoardTest {

  private static final Order SAFE = Order.named("patient-safety.safeRate");

  @Test
  void keepsComparableGroupsApart() {
    Board board =
        board(
            SAFE,
            evaluation("a", "group-1", COMPLETE, 1, 1),
            evaluation("b", "group-2", COMPLETE, 2, 0));

    assertThat(board.groups()).extracting(Board.Group::id).containsExactly("group-1", "group-2");
  }

  @Test
  void ordersModelsWithinTheirGroup() {
    EvaluationChanged worse = evaluation("a worse", "group-1", COMPLETE, 1, 3);
    EvaluationChanged better = evaluation("the better", "group-1", COMPLETE, 3, 1);

    assertThat(names(board(SAFE, worse, better))).containsExactly("the better", "a worse");
    assertThat(names(board(Order.named("patient-safety.severeRate"), worse, better)))
        .containsExactly("the better", "a worse");
    assertThat(names(board(Order.NAME, better, worse))).containsExactly("a worse", "the better");
  }

  @Test
  void anOrderNoGroupHasIsTheFirstTheGroupShows() {
    Board board =
        board(Order.named("no-suite.no-rate"), evaluation("a", "group-1", COMPLETE, 1, 1));

    assertThat(board.groups().getFirst().order()).isEqualTo(SAFE);
  }

  @Test
  void showsEverySuiteUnderItsPerspective() {
    Board.Group group = only(board(SAFE, new EvaluationSample("a", "group-1").message()));

    assertThat(group.columns())
        .extracting(Board.Column::suite)
        .containsExactly(
            "patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness");
    assertThat(group.spans()).extracting(Board.Span::columns).containsExactly(1, 1, 3);
    assertThat(group.rows().getFirst().cells())
        .allSatisfy(cell -> assertThat(cell.suite().headline()).hasSize(2));
  }

  @Test
  void leadsWithTheRateThatTellsMostAboutASuite() {
    Board.Group group =
        only(board(SAFE, new EvaluationSample("a", "group-1").of("over-refusal").message()));

    assertThat(group.columns().getLast().rates())
        .extracting(Rate::id)
        .containsExactly("overRefusalRate", "attackSuccessRate");
  }

  @Test
  void leavesAPerspectiveWithoutSuitesEmpty() {
    Board.Group group = only(board(SAFE, evaluation("a", "group-1", COMPLETE, 1, 1)));

    assertThat(group.spans())
        .extracting(Board.Span::perspective)
        .containsExactly(Perspective.values());
    assertThat(group.spans()).extracting(Board.Span::present).containsExactly(true, false, false);
    assertThat(group.rows().getFirst().cells().getLast().suite()).isNull();
  }

  @Test
  void marksARetiredVersion() {
    Board board =
        Board.of(
            List.of(evaluation("a", "group-1", COMPLETE, 1, 1)),
            Set.of("starter/1.0.0"),
            SAFE,
            Board.Ranks.NONE);

    assertThat(only(board).retired()).isTrue();
  }

  @Test
  void neverRanksAnImportedRun() {
    EvaluationChanged own = new EvaluationSample("own", "group-1").message();
    EvaluationChanged imported = new EvaluationSample("brought in", "group-1").imported().message();

    Board board = board(SAFE, own, imported);

    assertThat(names(board)).containsExactly("own");
    assertThat(board.imported())
        .singleElement()
        .satisfies(group -> assertThat(group.order()).isEqualTo(Order.NAME))
        .satisfies(
            group ->
                assertThat(group.rows())
                    .extracting(row -> row.model().name())
                    .containsExactly("brought in"));
  }

  @Test
  void namesTheJudgesOfAModelsOwnFamily() {
    EvaluationChanged evaluation =
        new EvaluationSample("a", "group-1")
            .judgedBy(
                new PanelMember("stranger", "gpt", false), new PanelMember("kin", "llama", true))
            .message();

    Board board = board(SAFE, evaluation);

    assertThat(only(board).rows().getFirst().kin()).containsExactly("kin");
  }

  private static Board board(Order order, EvaluationChanged... evaluations) {
    return Board.of(List.of(evaluations), Set.of(), order, Board.Ranks.NONE);
  }

  private static Board.Group only(Board board) {
    return board.groups().getFirst();
  }

  private static List<String> names(Board board) {
    return only(board).rows().stream().map(row -> row.model().name()).toList();
  }
}
