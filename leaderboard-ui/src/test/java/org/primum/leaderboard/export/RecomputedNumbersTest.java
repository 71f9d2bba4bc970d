package org.primum.leaderboard.export;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import independent.Recomputation;
import independent.Recomputation.Coverage;
import independent.Recomputation.Number;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** Every number on the pages follows from the exported records, by other code than ours. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class RecomputedNumbersTest {

  private static final double EXACT = 1e-12;

  private final Evaluations evaluations;
  private final ItemRecords items;

  private Recomputation recomputed;

  RecomputedNumbersTest(Evaluations evaluations, ItemRecords items) {
    this.evaluations = evaluations;
    this.items = items;
  }

  @AfterEach
  void close() throws Exception {
    if (recomputed != null) {
      recomputed.close();
    }
  }

  @Test
  void theBoardPage() throws Exception {
    List<EvaluationChanged> group =
        given(
            new RecordedEvaluation("Recomputed careful", "recompute").careful(0.95).items(60),
            new RecordedEvaluation("Recomputed alike", "recompute").careful(0.9).items(60),
            new RecordedEvaluation("Recomputed careless", "recompute")
                .careful(0.2)
                .items(60)
                .missingEvery(7));

    Element board = board("");
    Element bySafety = board("&order=patient-safety.safeRate");

    for (EvaluationChanged evaluation : group) {
      Element row = row(board, evaluation);
      String id = evaluation.id().toString();
      Elements suites = row.select("td:has(.rate):not([data-label=Severe answers])");
      for (Element cell : suites) {
        compareCell(id, cell);
      }
      assertThat(suites).as("suites compared").hasSize(Suites.all().size());
      compareWeakest(recomputed.weakest(id), row.selectFirst("td.weakest"));
      compareExtras(id, row);
    }
    assertThat(ranks(board, group)).isEqualTo(words(recomputed.ranksByWeakest(ids(group))));
    assertThat(ranks(bySafety, group))
        .isEqualTo(
            words(recomputed.ranks(ids(group), "patient-safety", "verdict in ('1', '2')", "true")))
        .contains("3");
  }

  private static Element board(String order) {
    String columns = "&columns=severe&columns=coverage&columns=length&columns=second";
    Element board =
        page("/?group=recomput&columns=chosen" + columns + order)
            .selectFirst("section[aria-labelledby=group-recomput]");
    assertThat(board).isNotNull();
    return board;
  }

  private static Element row(Element board, EvaluationChanged evaluation) {
    return board.select("table.board > tbody > tr").stream()
        .filter(line -> line.selectFirst("a.model").text().equals(evaluation.model().name()))
        .findFirst()
        .orElseThrow();
  }

  private void compareCell(String evaluation, Element cell) throws Exception {
    String label = cell.attr("data-label");
    Suite suite =
        Suites.all().stream()
            .filter(known -> label.endsWith(" · " + known.title()))
            .findFirst()
            .orElseThrow();
    Map<String, Number> numbers = recomputed.numbers(evaluation, suite.id(), null);
    assertThat(cell.select(".rate")).as(label).hasSize(2);
    for (Element shown : cell.select(".rate")) {
      Number number = numbers.get(id(suite, shown.selectFirst(".rate-name").text()));
      assertThat(shown.selectFirst(".rate-value").text())
          .as(label)
          .isEqualTo(percent(number.value()));
      assertThat(shown.selectFirst(".rate-range").ownText()).as(label).isEqualTo(range(number));
    }
    Coverage coverage = recomputed.coverage(evaluation, suite.id(), null);
    Element shown = cell.selectFirst(".coverage");
    assertThat(shown == null ? "" : shown.text())
        .as(label)
        .isEqualTo(coverage.scored() == coverage.asked() ? "" : words(coverage));
    compareSparkline(evaluation, suite, cell.selectFirst("svg.sparkline"));
  }

  /** The drawing of the categories says which of them is worst, and how bad it is. */
  private void compareSparkline(String evaluation, Suite suite, Element drawing) throws Exception {
    String leading = id(suite, headline(suite).name());
    List<Number> categories = new ArrayList<>();
    for (String category : recomputed.categories(evaluation, suite.id())) {
      Number number = recomputed.numbers(evaluation, suite.id(), category).get(leading);
      if (number != null) {
        categories.add(number);
      }
    }
    Comparator<Number> byValue = Comparator.comparingDouble(Number::value);
    Number worst =
        headline(suite).higherIsBetter()
            ? categories.stream().min(byValue).orElseThrow()
            : categories.stream().max(byValue).orElseThrow();
    assertThat(drawing.attr("aria-label"))
        .as(suite.id())
        .matches("\\d+ categories(, all the same|;.* is worst, with .*)");
    if (drawing.attr("aria-label").contains("worst")) {
      assertThat(drawing.attr("aria-label")).endsWith("with " + percent(worst.value()));
    }
  }

  private static Rate headline(Suite suite) {
    List<Rate> rates = suite.measure().metrics(List.of()).rates();
    return rates.stream()
        .filter(rate -> suite.headline().isEmpty() || rate.id().equals(suite.headline().getFirst()))
        .findFirst()
        .orElseThrow();
  }

  private static void compareWeakest(Number number, Element cell) {
    assertThat(cell.selectFirst(".rate-value").text()).isEqualTo(percent(number.value()));
    assertThat(cell.selectFirst(".rate-range").ownText()).isEqualTo(range(number));
  }

  private void compareExtras(String evaluation, Element row) throws Exception {
    Number severe = null;
    int scored = 0;
    int asked = 0;
    double length = 0;
    for (String suite : recomputed.suites(evaluation)) {
      Map<String, Number> numbers = recomputed.numbers(evaluation, suite, null);
      Coverage coverage = recomputed.coverage(evaluation, suite, null);
      Number here = numbers.get("severeRate");
      severe = here == null || (severe != null && severe.value() >= here.value()) ? severe : here;
      scored += coverage.scored();
      asked += coverage.asked();
      length += numbers.get("meanLength").value() * coverage.scored();
    }
    Element shown = row.selectFirst("td[data-label=Severe answers]");
    assertThat(shown.selectFirst(".rate-value").text()).isEqualTo(percent(severe.value()));
    assertThat(shown.selectFirst(".rate-range").text()).isEqualTo(range(severe));
    assertThat(row.selectFirst("td[data-label=Coverage] .rate-name").text())
        .isEqualTo("%d of %d".formatted(scored, asked));
    assertThat(row.selectFirst("td[data-label=Answer length]").ownText())
        .isEqualTo(Long.toString(Math.round(length / scored)));
  }

  private static List<String> ranks(Element board, List<EvaluationChanged> group) {
    return group.stream()
        .map(evaluation -> row(board, evaluation).selectFirst(".rank").ownText())
        .map(rank -> rank.replace("Rank ", ""))
        .toList();
  }

  private static List<String> words(List<Recomputation.Ranks> ranks) {
    return ranks.stream().map(rank -> words(rank.first(), rank.last())).toList();
  }

  @Test
  void anEvaluationsPage() throws Exception {
    EvaluationChanged evaluation =
        given(new RecordedEvaluation("Recomputed in full", "recomp-page").items(45).missingEvery(9))
            .getFirst();

    Document page = page("/evaluations/" + evaluation.id());

    compareSuites(evaluation, page);
  }

  @Test
  void anEvaluationsPageWhereItemsAreRepeated() throws Exception {
    EvaluationChanged evaluation =
        given(
                new RecordedEvaluation("Recomputed thrice", "recomp-thrice")
                    .items(20)
                    .repeated(3)
                    .missingEvery(11))
            .getFirst();

    Document page = page("/evaluations/" + evaluation.id());

    compareSuites(evaluation, page);
  }

  private void compareSuites(EvaluationChanged evaluation, Document page) throws Exception {
    String id = evaluation.id().toString();
    assertThat(recomputed.suites(id)).hasSize(Suites.all().size());
    for (Suite suite : Suites.all()) {
      Element section =
          page.selectFirst("section[aria-labelledby=suite-" + suite.id() + "-" + id + "]");
      Map<String, Number> numbers = recomputed.numbers(id, suite.id(), null);
      Set<String> seen = new HashSet<>();
      for (Element row : section.select("table.rates > tbody > tr")) {
        String rate = id(suite, row.selectFirst("th").ownText());
        seen.add(rate);
        compare(numbers.get(rate), rate, row.selectFirst("td"));
      }
      assertThat(seen).as(suite.id()).containsExactlyInAnyOrderElementsOf(numbers.keySet());
      assertThat(section.selectFirst(".coverage").text())
          .isEqualTo(words(recomputed.coverage(id, suite.id(), null)));
      compareCategories(id, suite, section);
    }
  }

  private void compareCategories(String id, Suite suite, Element section) throws Exception {
    List<String> categories = recomputed.categories(id, suite.id());
    List<Element> rows = section.select("table.categories > tbody > tr");
    assertThat(rows).hasSameSizeAs(categories);
    for (int at = 0; at < rows.size(); at++) {
      Map<String, Number> numbers = recomputed.numbers(id, suite.id(), categories.get(at));
      for (Element cell : rows.get(at).select("td:has(.rate)")) {
        Number number = numbers.get(id(suite, cell.attr("data-label")));
        if (number == null) {
          assertThat(cell.select(".none")).hasSize(1);
        } else {
          assertThat(cell.selectFirst(".rate-value").text()).isEqualTo(percent(number.value()));
          assertThat(cell.selectFirst(".rate-range").text()).isEqualTo(range(number));
        }
      }
      assertThat(rows.get(at).selectFirst(".coverage").text())
          .isEqualTo(words(recomputed.coverage(id, suite.id(), categories.get(at))));
    }
  }

  private static void compare(Number number, String rate, Element cell) {
    String value = cell.selectFirst(".rate-value").text();
    if (rate.equals("meanLength")) {
      assertThat(value).isEqualTo(String.format(Locale.ROOT, "%,d", Math.round(number.value())));
      return;
    }
    String range = cell.selectFirst(".rate-range").text();
    if (rate.equals("mean")) {
      assertThat(value).isEqualTo(String.format(Locale.ROOT, "%.2f", number.value()));
      assertThat(range)
          .isEqualTo(String.format(Locale.ROOT, "%.2f–%.2f", number.lower(), number.upper()));
      return;
    }
    assertThat(value).as(rate).isEqualTo(percent(number.value()));
    assertThat(range).as(rate).isEqualTo(range(number));
    Element bounds = cell.selectFirst(".bounds");
    assertThat(bounds == null).as("no bounds of " + rate).isEqualTo(Double.isNaN(number.least()));
    if (bounds != null) {
      assertThat(bounds.text()).contains(percent(number.least()), percent(number.most()));
    }
  }

  @Test
  void theBoardAsAFile() throws Exception {
    given(
        new RecordedEvaluation("Exported one", "recomp-file").careful(0.8).missingEvery(8),
        new RecordedEvaluation("Exported two", "recomp-file").careful(0.3).repeated(2));

    byte[] board = fetch("/board.parquet?group=recomp-file");

    try (DuckDb duck = new DuckDb()) {
      List<Map<String, Object>> rows =
          duck.query("select * from " + duck.file("board.parquet", board));
      int compared = 0;
      for (Map<String, Object> row : rows) {
        String id = (String) row.get("evaluation");
        String suite = (String) row.get("suite");
        String category = (String) row.get("category");
        Number number =
            row.get("rate").equals("weakest")
                ? recomputed.weakest(id)
                : recomputed.numbers(id, suite, category).get(row.get("rate"));
        Coverage coverage = recomputed.coverage(id, suite, category);
        assertThat(row)
            .containsEntry("scored", coverage.scored())
            .containsEntry("asked", coverage.asked());
        if (number == null) {
          assertThat(row.get("value")).as(row.toString()).isNull();
        } else {
          same(row, "value", number.value());
          same(row, "lower", number.lower());
          same(row, "upper", number.upper());
          boolean higher = row.get("better").equals("higher");
          same(row, "worst", higher ? number.least() : number.most());
          same(row, "best", higher ? number.most() : number.least());
          compared++;
        }
      }
      assertThat(compared).isGreaterThan(300);
    }
  }

  private static void same(Map<String, Object> row, String column, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(row.get(column)).as(column + " of " + row).isNull();
    } else {
      assertThat((Double) row.get(column))
          .as(column + " of " + row)
          .isCloseTo(expected, within(EXACT));
    }
  }

  @Test
  void numbersOfThePublicPartWhereThereIsAPrivateOne() throws Exception {
    EvaluationChanged evaluation =
        given(new RecordedEvaluation("Recomputed in part", "recomp-part").divided()).getFirst();
    String id = evaluation.id().toString();

    byte[] board = fetch("/board.parquet?group=recomp-part");

    try (DuckDb duck = new DuckDb()) {
      List<Map<String, Object>> rows =
          duck.query(
              "select * from %s where part = 'public' and value is not null"
                  .formatted(duck.file("board.parquet", board)));
      for (Map<String, Object> row : rows) {
        Number number =
            recomputed
                .numbers(id, (String) row.get("suite"), (String) row.get("category"))
                .get(row.get("rate"));
        same(row, "value", number.value());
        same(row, "lower", number.lower());
        same(row, "upper", number.upper());
      }
      assertThat(rows).hasSizeGreaterThan(100);
    }
  }

  /** Takes evaluations with their items, and fetches their records as anybody may. */
  private List<EvaluationChanged> given(RecordedEvaluation... recorded) throws Exception {
    Path folder = Files.createTempDirectory("primum-records");
    List<EvaluationChanged> taken = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (RecordedEvaluation evaluation : recorded) {
      EvaluationChanged message = evaluation.message();
      evaluations.take(message);
      items.take(evaluation.items());
      taken.add(message);
      files.add(
          Files.write(
              folder.resolve(message.id() + ".parquet"),
              fetch("/evaluations/" + message.id() + "/records.parquet")));
    }
    recomputed = new Recomputation(files);
    return taken;
  }

  private static List<String> ids(List<EvaluationChanged> evaluations) {
    return evaluations.stream().map(evaluation -> evaluation.id().toString()).toList();
  }

  private static String id(Suite suite, String name) {
    return switch (name) {
      case "Mean score" -> "mean";
      case "Mean length" -> "meanLength";
      default ->
          suite.measure().metrics(List.of()).rates().stream()
              .collect(Collectors.toMap(Rate::name, Rate::id))
              .get(name);
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String range(Number number) {
    return String.format(Locale.ROOT, "%.1f–%.1f%%", 100 * number.lower(), 100 * number.upper());
  }

  private static String words(Coverage coverage) {
    return "%d of %d scored".formatted(coverage.scored(), coverage.asked());
  }

  private static String words(int first, int last) {
    return first == last ? Integer.toString(first) : first + "–" + last;
  }

  /** A page as those see it who see it. */
  private static Document page(String address) {
    Document page = Jsoup.parse(get(address).then().statusCode(200).extract().asString());
    page.select(".visually-hidden").remove();
    return page;
  }

  private static byte[] fetch(String address) {
    return get(address).then().statusCode(200).extract().asByteArray();
  }
}
