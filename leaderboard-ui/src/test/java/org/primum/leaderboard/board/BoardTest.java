package org.primum.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.protocol.message.EvaluationState.COMPLETE;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.Perspective;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.scoring.Rate;

class BoardTest {

  private static final Order SAFE = Order.of("patient-safety", "safeRate");

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
    assertThat(names(board(Order.of("patient-safety", "severeRate"), worse, better)))
        .containsExactly("the better", "a worse");
    assertThat(names(board(Order.NAME, better, worse))).containsExactly("a worse", "the better");
  }

  @Test
  void anOrderNoGroupHasIsTheUsualOne() {
    Board board =
        board(Order.named("no-suite.no-rate"), evaluation("a", "group-1", COMPLETE, 1, 1));

    assertThat(board.groups().getFirst().order()).isEqualTo(Order.WEAKEST);
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
            BoardTest::results,
            Set.of("starter/1.0.0"),
            BoardQuery.ordered(SAFE),
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

  /** An average would put the first model before the second. */
  @Test
  void ordersByWhatEachModelDoesWorstIn() {
    EvaluationChanged uneven = new EvaluationSample("uneven", "group-1").message();
    EvaluationChanged even = new EvaluationSample("even", "group-1").message();
    Board board = board(Order.WEAKEST, uneven, even);

    List<Board.Row> rows = only(board).rows();
    assertThat(rows)
        .isSortedAccordingTo(
            Comparator.comparingDouble(row -> -row.weakest().weakest().good().value()));
    for (Board.Row row : rows) {
      for (Board.Cell cell : row.cells()) {
        Rate leading = cell.suite().rates().getFirst();
        double value = leading.estimate().value();
        assertThat(row.weakest().weakest().good().value())
            .isLessThanOrEqualTo(leading.higherIsBetter() ? value : 1 - value);
      }
    }
  }

  @Test
  void leavesOutWhoIsNotWanted() {
    EvaluationChanged one = evaluation("Médic One", "group-1", COMPLETE, 1, 1);
    EvaluationChanged other = evaluation("Other", "group-1", COMPLETE, 2, 1);

    Board board = board(query("search", "medic"), one, other);

    assertThat(names(board)).containsExactly("Médic One");
    assertThat(only(board).models()).isEqualTo(2);
    assertThat(only(board).matching()).isEqualTo(1);
    assertThat(names(board(query("search", "TEST CLINIC"), one, other))).hasSize(2);
    assertThat(names(board(query("organization", "Nobody"), one, other))).isEmpty();
    assertThat(names(board(query("since", "2026-11-24"), one, other))).hasSize(2);
    assertThat(names(board(query("since", "2026-11-25"), one, other))).isEmpty();
  }

  /** What its submitter did not say, a model is not. */
  @Test
  void aModelOfWhichAFactIsNotKnownPassesNoFilterOfIt() {
    EvaluationChanged unknown = evaluation("a", "group-1", COMPLETE, 1, 1);

    for (Trait trait : Trait.ALL) {
      for (Trait.Choice choice : trait.choices()) {
        assertThat(names(board(query(trait.name(), choice.label()), unknown))).isEmpty();
      }
    }
  }

  @Test
  void ranksAmongAllWhoeverIsShown() {
    EvaluationChanged one = evaluation("one", "group-1", COMPLETE, 1, 1);
    EvaluationChanged other = evaluation("other", "group-1", COMPLETE, 2, 1);
    List<Integer> asked = new ArrayList<>();

    Board.of(
        List.of(one, other),
        BoardTest::results,
        Set.of(),
        query("search", "one"),
        (group, order) -> {
          asked.add(group.size());
          return Map.of();
        });

    assertThat(asked).containsExactly(2);
  }

  @Test
  void showsAGroupInPages() {
    EvaluationChanged[] many =
        IntStream.range(0, 203)
            .mapToObj(at -> evaluation("m%03d".formatted(at), "group-1", COMPLETE, 1, 1))
            .toArray(EvaluationChanged[]::new);

    Board.Group first = only(board(query("order", "name"), many));
    Board.Group last = only(board(query("order", "name", "page", "99"), many));

    assertThat(first.rows()).hasSize(100);
    assertThat(first.pages()).isEqualTo(3);
    assertThat(last.page()).isEqualTo(3);
    assertThat(last.rows()).extracting(row -> row.model().name()).contains("m202").hasSize(3);
    assertThat(last.from()).isEqualTo(201);
    assertThat(last.to()).isEqualTo(203);
  }

  @Test
  void saysWhyAGroupStandsApart() {
    EvaluationChanged first = new EvaluationSample("a", "group-1").message();
    EvaluationChanged otherVersion = new EvaluationSample("a", "group-2").on("2.0.0").message();
    EvaluationChanged otherJudge =
        new EvaluationSample("a", "group-3")
            .judgedBy(new PanelMember("another", null, false))
            .message();
    EvaluationChanged repeated = new EvaluationSample("a", "group-4").repeated(2).message();
    EvaluationChanged settings = new EvaluationSample("a", "group-5").message();

    Board board = board(SAFE, first, otherVersion, otherJudge, repeated, settings);

    assertThat(board.groups())
        .extracting(board::apart)
        .containsExactly(
            null,
            "another version of the benchmark",
            "other judges",
            "another number of repeats",
            "other settings");
  }

  @Test
  void marksWhatAReaderMustKnow() {
    EvaluationChanged lacking = new EvaluationSample("a", "group-1").missingEvery(5).message();
    EvaluationChanged whole = new EvaluationSample("b", "group-1").missingEvery(30).message();

    assertThat(Mark.of(lacking, results(lacking))).containsExactly(Mark.PROVISIONAL);
    assertThat(Mark.of(whole, results(whole))).isEmpty();
  }

  private static Board board(Order order, EvaluationChanged... evaluations) {
    return board(BoardQuery.ordered(order), evaluations);
  }

  private static Board board(BoardQuery query, EvaluationChanged... evaluations) {
    return Board.of(List.of(evaluations), BoardTest::results, Set.of(), query, Board.Ranks.NONE);
  }

  private static BoardQuery query(String... pairs) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      parameters.add(pairs[at], pairs[at + 1]);
    }
    return BoardQuery.of(parameters);
  }

  private static List<SuiteResult> results(EvaluationChanged evaluation) {
    return SuiteResult.of(evaluation.suites());
  }

  private static Board.Group only(Board board) {
    return board.groups().getFirst();
  }

  private static List<String> names(Board board) {
    return only(board).rows().stream().map(row -> row.model().name()).toList();
  }
}
