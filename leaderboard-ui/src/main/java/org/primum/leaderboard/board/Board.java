package org.primum.leaderboard.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primum.leaderboard.result.Coverage;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.Perspective;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.RankRange;

/**
 * The leaderboard: groups of comparable evaluations, the newest group first. Models are ordered
 * within a group only. Runs that were brought in are in groups of their own and in no order.
 *
 * @param groups our own evaluations
 * @param imported runs of the reference code that were brought in
 */
public record Board(List<Group> groups, List<Group> imported) {

  /** Whether some group's models have ranks. */
  public boolean ranked() {
    return groups.stream().anyMatch(Group::ranked);
  }

  /** Every rate that is shown, once, with its definition. */
  public List<Rate> rates() {
    Map<String, Rate> rates = new LinkedHashMap<>();
    Stream.concat(groups.stream(), imported.stream())
        .flatMap(group -> group.columns().stream())
        .flatMap(column -> column.rates().stream())
        .forEach(rate -> rates.putIfAbsent(rate.id(), rate));
    return List.copyOf(rates.values());
  }

  /** Tells which ranks the models of a group may have. */
  @FunctionalInterface
  public interface Ranks {

    /** Nobody knows. */
    Ranks NONE = (group, suite, rate) -> Map.of();

    /** The range of each evaluation's model by that rate; empty where it is not known. */
    Map<UUID, RankRange> of(List<EvaluationChanged> group, String suite, String rate);
  }

  /**
   * Evaluations that may be compared.
   *
   * @param id its hash
   * @param benchmark the benchmark's name
   * @param version the version
   * @param retired whether the version takes no more evaluations
   * @param judges the judges' names
   * @param repeats how often each item is asked
   * @param order what its rows are ordered by
   * @param columns one a suite, and one a perspective that has none
   * @param rows one a model
   */
  public record Group(
      String id,
      String benchmark,
      String version,
      boolean retired,
      List<String> judges,
      int repeats,
      Order order,
      List<Column> columns,
      List<Row> rows) {

    /** Enough of the hash to tell groups apart. */
    public String shortId() {
      return id.length() > 8 ? id.substring(0, 8) : id;
    }

    /** The perspectives, each with how many columns it has. */
    public List<Span> spans() {
      return Arrays.stream(Perspective.values())
          .map(
              perspective ->
                  new Span(
                      perspective,
                      (int) columns.stream().filter(of -> of.perspective() == perspective).count(),
                      columns.stream()
                          .anyMatch(of -> of.perspective() == perspective && of.suite() != null)))
          .toList();
    }

    /** Whether it is known which ranks the models may have. */
    public boolean ranked() {
      return rows.stream().anyMatch(row -> row.rank() != null);
    }

    /** How many suites there are. */
    public long suites() {
      return columns.stream().filter(column -> column.suite() != null).count();
    }
  }

  /** A perspective over its columns. */
  public record Span(Perspective perspective, int columns, boolean present) {}

  /**
   * A suite, or a perspective the version has no suite of.
   *
   * @param perspective whose risk
   * @param suite the suite's id, or null
   * @param title the suite's name, or null
   * @param rates its headline rates, of whatever model
   */
  public record Column(Perspective perspective, String suite, String title, List<Rate> rates) {}

  /**
   * One model's newest complete evaluation.
   *
   * @param model the model
   * @param evaluation where the numbers come from
   * @param kin judges of the model's own family
   * @param coverage over all suites
   * @param rank which ranks it may have by what the group is ordered by; null where that is not
   *     known
   * @param cells one a column
   */
  public record Row(
      ModelCard model,
      UUID evaluation,
      List<String> kin,
      Coverage coverage,
      RankRange rank,
      List<Cell> cells) {}

  /**
   * What one column shows of one model.
   *
   * @param column where it stands
   * @param suite what the suite found; null when the evaluation has no such suite
   */
  public record Cell(Column column, SuiteResult suite) {}

  /**
   * Builds the board.
   *
   * @param newest in each group the newest complete evaluation of each model, newest first
   * @param retired names of retired versions, as {@code benchmark/version}
   * @param order how rows are ordered within their group, where it has that rate
   * @param ranking which ranks models may have
   */
  public static Board of(
      List<EvaluationChanged> newest, Set<String> retired, Order order, Ranks ranking) {
    Map<Boolean, List<EvaluationChanged>> origins =
        newest.stream().collect(Collectors.partitioningBy(EvaluationChanged::imported));
    return new Board(
        groups(origins.get(false), retired, order, ranking),
        groups(origins.get(true), retired, Order.NAME, Ranks.NONE));
  }

  private static List<Group> groups(
      List<EvaluationChanged> evaluations, Set<String> retired, Order order, Ranks ranking) {
    return evaluations.stream()
        .collect(
            Collectors.groupingBy(
                evaluation -> String.valueOf(evaluation.group()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(found -> group(found, retired, order, ranking))
        .toList();
  }

  private static Group group(
      List<EvaluationChanged> evaluations, Set<String> retired, Order wanted, Ranks ranking) {
    EvaluationChanged any = evaluations.getFirst();
    List<List<SuiteResult>> results =
        evaluations.stream().map(evaluation -> SuiteResult.of(evaluation.suites())).toList();
    List<Column> columns = columns(results);
    Order order = wanted.within(columns);
    Map<UUID, RankRange> ranks = ranking.of(evaluations, order.suite(), order.rate());
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < evaluations.size(); at++) {
      EvaluationChanged evaluation = evaluations.get(at);
      rows.add(row(evaluation, results.get(at), columns, ranks.get(evaluation.id())));
    }
    rows.sort(order.comparator());
    return new Group(
        String.valueOf(any.group()),
        any.benchmark(),
        any.version(),
        retired.contains(any.benchmark() + "/" + any.version()),
        any.judges(),
        any.repeats() == null ? 1 : any.repeats(),
        order,
        columns,
        List.copyOf(rows));
  }

  /** Every suite that some evaluation has; evaluations of one group have the same, as a rule. */
  private static List<Column> columns(List<List<SuiteResult>> results) {
    Map<String, SuiteResult> suites = new LinkedHashMap<>();
    results.forEach(found -> found.forEach(suite -> suites.putIfAbsent(suite.id(), suite)));
    List<Column> columns = new ArrayList<>();
    for (Perspective perspective : Perspective.values()) {
      List<Column> own =
          suites.values().stream()
              .filter(suite -> suite.perspective() == perspective)
              .map(suite -> new Column(perspective, suite.id(), suite.title(), suite.headline()))
              .toList();
      columns.addAll(own.isEmpty() ? List.of(new Column(perspective, null, null, List.of())) : own);
    }
    return List.copyOf(columns);
  }

  private static Row row(
      EvaluationChanged evaluation,
      List<SuiteResult> results,
      List<Column> columns,
      RankRange rank) {
    return new Row(
        evaluation.model(),
        evaluation.id(),
        evaluation.panel().stream()
            .filter(PanelMember::sharesFamily)
            .map(PanelMember::name)
            .toList(),
        new Coverage(evaluation.scored(), evaluation.asked()),
        rank,
        columns.stream()
            .map(
                column ->
                    new Cell(
                        column,
                        results.stream()
                            .filter(result -> result.id().equals(column.suite()))
                            .findFirst()
                            .orElse(null)))
            .toList());
  }
}
