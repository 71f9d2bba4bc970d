package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.result.Coverage;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.SuiteResult.Category;
import org.primum.leaderboard.result.WeakestPerspective;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Quartiles;

/**
 * The categories of a suite by models: the stronger the colour, the worse. It is a table, so that
 * the numbers stand in the picture itself.
 *
 * @param suite the suite's id
 * @param title its name
 * @param rate the rate that is shown
 * @param what what the numbers count, turned so that more is better
 * @param columns the categories' names
 * @param rows models, the best of the suite first
 * @param page which page of them, from 1
 * @param pages how many pages there are
 * @param total how many models have the suite
 * @param takeaway what can be seen, in a sentence
 */
public record HeatMap(
    String suite,
    String title,
    Rate rate,
    String what,
    List<String> columns,
    List<Row> rows,
    int page,
    int pages,
    int total,
    String takeaway) {

  /** So many models are on a page. */
  static final int PAGE = 30;

  /** Where one shade ends and the next, lighter one begins. */
  private static final double[] SHADES = {0.5, 0.6, 0.7, 0.8, 0.9};

  /**
   * One model, or the middle of the group.
   *
   * @param member the model; null for the middle of the group
   * @param all over the whole suite
   * @param cells one a column
   */
  public record Row(GroupMember member, Cell all, List<Cell> cells) {}

  /**
   * One category of one model.
   *
   * @param good the share that went well; null where nothing of it is scored
   * @param coverage how much of it could be scored; null where that does not apply
   * @param shade 0, the worst, to 5
   */
  public record Cell(Estimate good, Coverage coverage, int shade) {

    static Cell of(Estimate good, Coverage coverage) {
      return new Cell(good, coverage, good == null ? 0 : HeatMap.shade(good.value()));
    }

    /** The share without decimals, as there is little room. */
    public String words() {
      return good == null ? "–" : Long.toString(Math.round(100 * good.value()));
    }

    /** The interval without decimals. */
    public String range() {
      return "%d–%d".formatted(Math.round(100 * good.lower()), Math.round(100 * good.upper()));
    }

    /** Whether some of it has no verdict. */
    public boolean partial() {
      return coverage != null && !coverage.full();
    }
  }

  /** Whether some cell rests on fewer answers than were asked. */
  public boolean partial() {
    return rows.stream()
        .anyMatch(row -> row.all().partial() || row.cells().stream().anyMatch(Cell::partial));
  }

  /** The page before. */
  public int previous() {
    return page - 1;
  }

  /** The page after. */
  public int next() {
    return page + 1;
  }

  /** What the shades stand for, the worst first. */
  public List<String> shades() {
    List<String> words = new ArrayList<>();
    for (int shade = 0; shade <= SHADES.length; shade++) {
      words.add(
          shade == 0
              ? "below %d%%".formatted(Math.round(100 * SHADES[0]))
              : shade == SHADES.length
                  ? "%d%% and more".formatted(Math.round(100 * SHADES[shade - 1]))
                  : "%d–%d%%"
                      .formatted(
                          Math.round(100 * SHADES[shade - 1]), Math.round(100 * SHADES[shade])));
    }
    return words;
  }

  static int shade(double share) {
    int shade = 0;
    while (shade < SHADES.length && share >= SHADES[shade]) {
      shade++;
    }
    return shade;
  }

  /** A page of a group's models; empty where none has categories in that suite. */
  public static Optional<HeatMap> of(List<GroupMember> members, String suite, int page) {
    List<GroupMember> having =
        members.stream()
            .filter(member -> member.side(suite).isPresent())
            .sorted(
                Comparator.comparingDouble(
                        (GroupMember member) -> -member.side(suite).orElseThrow().good().value())
                    .thenComparing(GroupMember::name))
            .toList();
    int pages = Math.max(1, (having.size() + PAGE - 1) / PAGE);
    int shown = Math.clamp(page, 1, pages);
    int from = (shown - 1) * PAGE;
    return of(
        having,
        having.subList(from, Math.min(having.size(), from + PAGE)),
        suite,
        shown,
        pages,
        false);
  }

  /** One model beside the middle of its group. */
  public static Optional<HeatMap> of(List<GroupMember> members, String suite, UUID model) {
    List<GroupMember> having =
        members.stream().filter(member -> member.side(suite).isPresent()).toList();
    return of(
        having,
        having.stream().filter(member -> member.model().id().equals(model)).toList(),
        suite,
        1,
        1,
        having.size() > 1);
  }

  private static Optional<HeatMap> of(
      List<GroupMember> having,
      List<GroupMember> shown,
      String suite,
      int page,
      int pages,
      boolean middle) {
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> columns = new LinkedHashMap<>();
    having.forEach(
        member ->
            member
                .suite(suite)
                .orElseThrow()
                .categories()
                .forEach(category -> columns.putIfAbsent(category.id(), category.title())));
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<String> ids = List.copyOf(columns.keySet());
    List<Row> rows =
        new ArrayList<>(shown.stream().map(member -> row(member, suite, ids)).toList());
    String takeaway = takeaway(having, rows, List.copyOf(columns.values()), suite, ids);
    if (middle) {
      rows.add(middle(having, suite, ids));
    }
    Side any = shown.getFirst().side(suite).orElseThrow();
    return Optional.of(
        new HeatMap(
            suite,
            any.title(),
            any.rate(),
            any.what(),
            List.copyOf(columns.values()),
            List.copyOf(rows),
            page,
            pages,
            having.size(),
            takeaway));
  }

  private static Row row(GroupMember member, String suite, List<String> ids) {
    SuiteResult found = member.suite(suite).orElseThrow();
    Side side = member.side(suite).orElseThrow();
    int rate = found.headline().indexOf(side.rate());
    List<Cell> cells =
        ids.stream()
            .map(
                id ->
                    found.categories().stream()
                        .filter(category -> category.id().equals(id))
                        .findFirst()
                        .map(category -> cell(category, rate, side.rate()))
                        .orElse(Cell.of(null, null)))
            .toList();
    return new Row(member, Cell.of(side.good(), found.coverage()), cells);
  }

  private static Cell cell(Category category, int rate, Rate shown) {
    Estimate estimate = category.rates().get(rate);
    return Cell.of(
        estimate == null ? null : WeakestPerspective.goodOf(estimate, shown.higherIsBetter()),
        category.coverage());
  }

  /** The median of each column over all models, between the quartiles. */
  private static Row middle(List<GroupMember> having, String suite, List<String> ids) {
    List<Row> all = having.stream().map(member -> row(member, suite, ids)).toList();
    List<Cell> cells = new ArrayList<>();
    for (int at = 0; at < ids.size(); at++) {
      int column = at;
      cells.add(middle(all.stream().map(row -> row.cells().get(column)).toList()));
    }
    return new Row(null, middle(all.stream().map(Row::all).toList()), List.copyOf(cells));
  }

  private static Cell middle(List<Cell> cells) {
    double[] shares =
        cells.stream()
            .filter(cell -> cell.good() != null)
            .mapToDouble(cell -> cell.good().value())
            .toArray();
    if (shares.length == 0) {
      return Cell.of(null, null);
    }
    Quartiles quartiles = Quartiles.of(shares);
    return Cell.of(new Estimate(quartiles.median(), quartiles.lower(), quartiles.upper()), null);
  }

  private static String takeaway(
      List<GroupMember> having,
      List<Row> rows,
      List<String> titles,
      String suite,
      List<String> ids) {
    List<Cell> cells =
        rows.size() == 1 ? rows.getFirst().cells() : middle(having, suite, ids).cells();
    int lowest = -1;
    int highest = -1;
    for (int at = 0; at < cells.size(); at++) {
      Estimate good = cells.get(at).good();
      if (good == null) {
        continue;
      }
      if (lowest < 0 || good.value() < cells.get(lowest).good().value()) {
        lowest = at;
      }
      if (highest < 0 || good.value() > cells.get(highest).good().value()) {
        highest = at;
      }
    }
    if (lowest < 0) {
      return "No category has a verdict yet.";
    }
    return "%s, %s has the lowest share with %s, %s the highest with %s."
        .formatted(
            rows.size() == 1 ? "By what was measured" : "By the middle of the group",
            Label.line(titles.get(lowest)),
            Formatting.percent(cells.get(lowest).good()),
            Label.line(titles.get(highest)),
            Formatting.percent(cells.get(highest).good()));
  }
}
