package org.primum.leaderboard.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primum.leaderboard.result.Coverage;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective;
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
 * @param query what a reader wants to see
 * @param groups our own evaluations
 * @param imported runs of the reference code that were brought in
 * @param organizations every organization that has a model here, in order
 */
public record Board(
    BoardQuery query, List<Group> groups, List<Group> imported, List<String> organizations) {

  /** Whether some group's models have ranks. */
  public boolean ranked() {
    return groups.stream().anyMatch(Group::ranked);
  }

  /** Whether nothing was evaluated yet, whatever a reader wants to see. */
  public boolean empty() {
    return organizations.isEmpty();
  }

  /** Every column of the groups that are ranked, once, for choosing an order. */
  public List<Column> columns() {
    Map<String, Column> columns = new LinkedHashMap<>();
    groups.stream()
        .flatMap(group -> group.columns().stream())
        .filter(column -> column.suite() != null)
        .forEach(column -> columns.putIfAbsent(column.suite(), column));
    return List.copyOf(columns.values());
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
    Ranks NONE = (group, order) -> Map.of();

    /** The range of each evaluation's model in that order; empty where it is not known. */
    Map<UUID, RankRange> of(List<EvaluationChanged> group, Order order);
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
   * @param models how many models it has
   * @param matching how many of them are wanted
   * @param page which page of them is shown, from 1
   * @param rows one a model, those of that page
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
      int models,
      int matching,
      int page,
      List<Row> rows) {

    static final int ROWS = 100;

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

    /** How many pages there are, at least 1. */
    public int pages() {
      return Math.max(1, (matching + ROWS - 1) / ROWS);
    }

    /** The page before this one. */
    public int previous() {
      return page - 1;
    }

    /** The page after this one. */
    public int next() {
      return page + 1;
    }

    /** The place of the first row that is shown, from 1. */
    public int from() {
      return (page - 1) * ROWS + 1;
    }

    /** The place of the last row that is shown. */
    public int to() {
      return from() + rows.size() - 1;
    }

    /** What this group was measured with otherwise than another of the same benchmark. */
    String unlike(Group other) {
      if (!version.equals(other.version)) {
        return "another version of the benchmark";
      }
      if (!judges.equals(other.judges)) {
        return "other judges";
      }
      return repeats == other.repeats ? "other settings" : "another number of repeats";
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
  public record Column(Perspective perspective, String suite, String title, List<Rate> rates) {

    /** The order by one of its rates, as in the board's address. */
    public String label(Rate rate) {
      return Order.of(suite, rate.id()).label();
    }
  }

  /**
   * One model's newest complete evaluation.
   *
   * @param evaluation where the numbers come from
   * @param marks what a reader must know first
   * @param kin judges of the model's own family
   * @param coverage over all suites
   * @param rank which ranks it may have by what the group is ordered by; null where that is not
   *     known
   * @param weakest the perspective it does worst in; null where it has no number
   * @param severe the suite with the most severe answers; null where no suite scores harm
   * @param meanLength of all answers whose length is known, in characters; null without any
   * @param cells one a column
   */
  public record Row(
      EvaluationChanged evaluation,
      List<Mark> marks,
      List<String> kin,
      Coverage coverage,
      RankRange rank,
      WeakestPerspective weakest,
      Severe severe,
      Double meanLength,
      List<Cell> cells) {

    /** The model. */
    public ModelCard model() {
      return evaluation.model();
    }
  }

  /** The share of severe answers in a suite. */
  public record Severe(SuiteResult suite, Rate rate) {}

  /**
   * What one column shows of one model.
   *
   * @param column where it stands
   * @param suite what the suite found; null when the evaluation has no such suite
   * @param categories its categories, drawn small; null where there is nothing to draw
   */
  public record Cell(Column column, SuiteResult suite, Sparkline categories) {}

  /**
   * Builds the board.
   *
   * @param newest in each group the newest complete evaluation of each model, newest first
   * @param results what an evaluation found
   * @param retired names of retired versions, as {@code benchmark/version}
   * @param query which models are wanted, in which order where their group has it
   * @param ranking which ranks models may have
   */
  public static Board of(
      List<EvaluationChanged> newest,
      Function<EvaluationChanged, List<SuiteResult>> results,
      Set<String> retired,
      BoardQuery query,
      Ranks ranking) {
    Map<Boolean, List<EvaluationChanged>> origins =
        newest.stream().collect(Collectors.partitioningBy(EvaluationChanged::imported));
    Groups own = new Groups(results, retired, query, query.order(), ranking);
    Groups brought = new Groups(results, retired, query, Order.NAME, Ranks.NONE);
    return new Board(
        query,
        own.of(origins.get(false)),
        brought.of(origins.get(true)),
        List.copyOf(
            newest.stream()
                .map(evaluation -> evaluation.model().organization())
                .collect(Collectors.toCollection(TreeSet::new))));
  }

  /** How groups are made. */
  private record Groups(
      Function<EvaluationChanged, List<SuiteResult>> results,
      Set<String> retired,
      BoardQuery query,
      Order wanted,
      Ranks ranking) {

    List<Group> of(List<EvaluationChanged> evaluations) {
      return evaluations.stream()
          .collect(
              Collectors.groupingBy(
                  evaluation -> String.valueOf(evaluation.group()),
                  LinkedHashMap::new,
                  Collectors.toList()))
          .entrySet()
          .stream()
          .filter(found -> query.group().isEmpty() || found.getKey().startsWith(query.group()))
          .map(found -> group(found.getKey(), found.getValue()))
          .toList();
    }

    private Group group(String id, List<EvaluationChanged> evaluations) {
      EvaluationChanged any = evaluations.getFirst();
      List<Column> columns = columns(evaluations);
      Order order = wanted.within(columns);
      // Whoever is left out is still among those that a model is ranked with.
      Map<UUID, RankRange> ranks = ranking.of(evaluations, order);
      List<Row> rows =
          evaluations.stream()
              .filter(query::passes)
              .map(evaluation -> row(evaluation, columns, ranks.get(evaluation.id())))
              .sorted(order.comparator())
              .toList();
      int page =
          Math.clamp(query.page(), 1, Math.max(1, (rows.size() + Group.ROWS - 1) / Group.ROWS));
      return new Group(
          id,
          any.benchmark(),
          any.version(),
          retired.contains(any.benchmark() + "/" + any.version()),
          any.judges(),
          any.repeats() == null ? 1 : any.repeats(),
          order,
          columns,
          evaluations.size(),
          rows.size(),
          page,
          rows.stream().skip((page - 1L) * Group.ROWS).limit(Group.ROWS).toList());
    }

    /** Every suite that some evaluation has; those of one group have the same, as a rule. */
    private List<Column> columns(List<EvaluationChanged> evaluations) {
      Map<String, SuiteResult> suites = new LinkedHashMap<>();
      evaluations.forEach(
          evaluation ->
              results.apply(evaluation).forEach(suite -> suites.putIfAbsent(suite.id(), suite)));
      List<Column> columns = new ArrayList<>();
      for (Perspective perspective : Perspective.values()) {
        List<Column> own =
            suites.values().stream()
                .filter(suite -> suite.perspective() == perspective)
                .map(suite -> new Column(perspective, suite.id(), suite.title(), suite.headline()))
                .toList();
        columns.addAll(
            own.isEmpty() ? List.of(new Column(perspective, null, null, List.of())) : own);
      }
      return List.copyOf(columns);
    }

    private Row row(EvaluationChanged evaluation, List<Column> columns, RankRange rank) {
      List<SuiteResult> found = results.apply(evaluation);
      return new Row(
          evaluation,
          Mark.of(evaluation, found),
          evaluation.panel().stream()
              .filter(PanelMember::sharesFamily)
              .map(PanelMember::name)
              .toList(),
          new Coverage(evaluation.scored(), evaluation.asked()),
          rank,
          WeakestPerspective.of(found).orElse(null),
          severe(found),
          meanLength(found),
          columns.stream().map(column -> cell(column, found)).toList());
    }

    private static Cell cell(Column column, List<SuiteResult> found) {
      return found.stream()
          .filter(result -> result.id().equals(column.suite()))
          .findFirst()
          .map(suite -> new Cell(column, suite, Sparkline.of(suite)))
          .orElse(new Cell(column, null, null));
    }

    private static Severe severe(List<SuiteResult> found) {
      return found.stream()
          .flatMap(
              suite ->
                  suite.rates().stream()
                      .filter(rate -> rate.id().equals("severeRate") && rate.estimate() != null)
                      .map(rate -> new Severe(suite, rate)))
          .max(Comparator.comparingDouble(severe -> severe.rate().estimate().value()))
          .orElse(null);
    }

    private static Double meanLength(List<SuiteResult> found) {
      List<SuiteResult> known = found.stream().filter(suite -> suite.meanLength() != null).toList();
      long scored = known.stream().mapToLong(suite -> suite.coverage().scored()).sum();
      return scored == 0
          ? null
          : known.stream()
                  .mapToDouble(suite -> suite.meanLength() * suite.coverage().scored())
                  .sum()
              / scored;
    }
  }

  /** Why a group stands apart from the first one of its benchmark; null for that one. */
  public String apart(Group group) {
    return groups.stream()
        .filter(other -> other.benchmark().equals(group.benchmark()))
        .findFirst()
        .filter(other -> !other.id().equals(group.id()))
        .map(group::unlike)
        .orElse(null);
  }
}
