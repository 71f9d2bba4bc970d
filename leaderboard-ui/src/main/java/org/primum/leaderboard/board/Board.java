package org.primum.leaderboard.board;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.leaderboard.result.Coverage;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.Perspective;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/**
 * Comparable groups, each with its models side by side. Models of different groups are never ranked
 * together.
 *
 * @param groups the one with the newest result first
 */
public record Board(List<Group> groups) {

  /**
   * Evaluations that may be compared.
   *
   * @param id its hash
   * @param benchmark the benchmark's name
   * @param version the version
   * @param retired whether the version takes no more evaluations
   * @param judges the judges' names
   * @param rows one a model
   */
  public record Group(
      String id,
      String benchmark,
      String version,
      boolean retired,
      List<String> judges,
      List<Row> rows) {

    /** Enough of the hash to tell groups apart. */
    public String shortId() {
      return id.length() > 8 ? id.substring(0, 8) : id;
    }
  }

  /**
   * One model's newest complete evaluation.
   *
   * @param model the model
   * @param evaluation where the numbers come from
   * @param coverage over all suites
   * @param cells one a perspective, in their order
   */
  public record Row(ModelCard model, UUID evaluation, Coverage coverage, List<Cell> cells) {}

  /**
   * What one perspective shows of one model.
   *
   * @param perspective whose risk
   * @param suites its suites; empty when the version has none
   */
  public record Cell(Perspective perspective, List<SuiteResult> suites) {

    /** The number a board is ordered by; worst when there is none. */
    double order() {
      return suites.stream()
          .map(suite -> suite.rates().getFirst())
          .filter(rate -> rate.estimate() != null)
          .mapToDouble(
              rate -> rate.higherIsBetter() ? rate.estimate().value() : 1 - rate.estimate().value())
          .findFirst()
          .orElse(-1);
    }
  }

  /**
   * Builds the board.
   *
   * @param newest in each group the newest complete evaluation of each model, newest first
   * @param retired names of retired versions, as {@code benchmark/version}
   * @param order how rows are ordered within their group
   */
  public static Board of(List<EvaluationChanged> newest, Set<String> retired, Order order) {
    Map<String, List<EvaluationChanged>> groups =
        newest.stream()
            .collect(
                Collectors.groupingBy(
                    evaluation -> String.valueOf(evaluation.group()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new Board(groups.values().stream().map(found -> group(found, retired, order)).toList());
  }

  private static Group group(
      List<EvaluationChanged> evaluations, Set<String> retired, Order order) {
    EvaluationChanged any = evaluations.getFirst();
    return new Group(
        String.valueOf(any.group()),
        any.benchmark(),
        any.version(),
        retired.contains(any.benchmark() + "/" + any.version()),
        any.judges(),
        evaluations.stream().map(Board::row).sorted(order.comparator()).toList());
  }

  private static Row row(EvaluationChanged evaluation) {
    List<SuiteResult> suites = SuiteResult.of(evaluation.suites());
    List<Cell> cells =
        Arrays.stream(Perspective.values())
            .map(
                perspective ->
                    new Cell(
                        perspective,
                        suites.stream()
                            .filter(suite -> suite.perspective() == perspective)
                            .toList()))
            .toList();
    return new Row(
        evaluation.model(),
        evaluation.id(),
        new Coverage(evaluation.scored(), evaluation.asked()),
        cells);
  }

  /** How rows are ordered within a group. */
  public enum Order {
    PATIENT(Perspective.PATIENT),
    CLINICIAN(Perspective.CLINICIAN),
    GENERAL_USER(Perspective.GENERAL_USER),
    NAME(null);

    private final Perspective perspective;

    Order(Perspective perspective) {
      this.perspective = perspective;
    }

    /** As in the board's address. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether that column decides. */
    public boolean by(Perspective other) {
      return perspective == other;
    }

    /** The order with that label; by patient when there is none. */
    static Order named(String label) {
      return Arrays.stream(values())
          .filter(order -> order.label().equals(label))
          .findFirst()
          .orElse(PATIENT);
    }

    private Comparator<Row> comparator() {
      Comparator<Row> byName = Comparator.comparing(row -> row.model().name());
      return perspective == null
          ? byName
          : Comparator.<Row>comparingDouble(row -> row.cells().get(perspective.ordinal()).order())
              .reversed()
              .thenComparing(byName);
    }
  }
}
