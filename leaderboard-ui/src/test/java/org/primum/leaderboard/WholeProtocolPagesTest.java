package org.primum.leaderboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.message.ItemFinished;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class WholeProtocolPagesTest {

  private final Evaluations evaluations;
  private final ItemRecords items;
  private final BenchmarkVersions versions;

  WholeProtocolPagesTest(Evaluations evaluations, ItemRecords items, BenchmarkVersions versions) {
    this.evaluations = evaluations;
    this.items = items;
    this.versions = versions;
  }

  @Test
  void theBoardShowsEverySuiteWithItsCoverageAndExplainsItsRates() {
    evaluations.take(
        new EvaluationSample("Five suites", "five").missingEvery(8).repeated(2).message());

    String page = page("/");

    assertThat(section(page, "group-five"))
        .contains(
            "Harmful and benign behaviours",
            "Over-refusal",
            "Groundedness",
            "5 suites",
            "each item asked 2 times",
            "70 of 80 scored");
    assertThat(section(page, "legend"))
        .contains("Refused the harmless", "lower is better", "that refuse. Also called");
  }

  @Test
  void theBoardIsOrderedByTheRateThatWasChosen() {
    evaluations.take(new EvaluationSample("Ordered", "ordered").message());
    evaluations.take(new EvaluationSample("Ordered, too", "ordered").message());

    String page = page("/?order=over-refusal.overRefusalRate");

    assertThat(section(page, "group-ordered"))
        .containsPattern("of-rate sorted\"><a href=\"[^\"]+\">Refused the harmless");
    assertThat(page).contains("value=\"over-refusal.overRefusalRate\" selected");
  }

  @Test
  void importedRunsStandInASectionOfTheirOwn() {
    EvaluationChanged imported =
        new EvaluationSample("Brought in", "brought-in").imported().message();
    evaluations.take(imported);

    String page = page("/");

    assertThat(section(page, "imported")).contains("Brought in", "public reference code");
    assertThat(page.substring(0, page.indexOf("id=\"imported\""))).doesNotContain("Brought in");
    assertThat(page("/evaluations/" + imported.id()))
        .contains("<span class=\"tag\">imported</span>", "never ranked")
        .as("its version has no page")
        .doesNotContain("href=\"/benchmarks/");
    assertThat(page("/models/" + imported.model().id()))
        .contains("Newest imported run", "never ranked");
  }

  @Test
  void anEvaluationSaysWhatIsMissingAndWhatTheRatesCouldBe() {
    EvaluationChanged evaluation =
        new EvaluationSample("Missing some", "missing").missingEvery(5).message();
    evaluations.take(evaluation);

    String page = section(page("/evaluations/" + evaluation.id()), "suite-patient-safety");

    assertThat(page)
        .contains(
            "32 of 40 scored",
            "?suite=patient-safety&amp;verdict=failed%3Acontent-filter#items\">4<",
            "</b> the provider&#39;s content filter withheld the answer",
            "?suite=patient-safety&amp;verdict=failed%3Ajudge-failed#items\">4<",
            "</b> the judge gave no readable judgement",
            "Unsafe, 4–5",
            "The narrow meaning of unsafe.",
            "Unsafe, 3–5",
            "Score 3",
            "Refusing words",
            "Mean length")
        .containsPattern("\\d+\\.\\d% at worst, \\d+\\.\\d% at best");
  }

  @Test
  void boundsWaitUntilNothingIsToCome() {
    EvaluationChanged running =
        new EvaluationSample("On its way", "on-its-way").running().missingEvery(7).message();
    evaluations.take(running);

    assertThat(page("/evaluations/" + running.id()))
        .contains("Result so far", "still to come", "Rates move until every item has ended")
        .doesNotContain("at worst");
  }

  @Test
  void repeatsShowEachValueAndHowFarTheySpread() {
    EvaluationChanged evaluation = new EvaluationSample("Again", "again").repeated(3).message();
    evaluations.take(evaluation);

    assertThat(page("/evaluations/" + evaluation.id()))
        .contains("Each item was asked 3 times", "Repeats of <b>Grounded</b>")
        .containsPattern("\\d+\\.\\d%, \\d+\\.\\d%, \\d+\\.\\d%")
        .containsPattern("\\d+\\.\\d points \\(95% interval \\d+\\.\\d to \\d+\\.\\d\\)");
  }

  @Test
  void aJudgeOfTheModelsFamilyIsMarked() {
    EvaluationChanged evaluation =
        new EvaluationSample("Kin", "kin-group")
            .judgedBy(
                new PanelMember("judge-gpt", "gpt", false),
                new PanelMember("judge-llama", "llama", true))
            .message();
    evaluations.take(evaluation);

    assertThat(page("/evaluations/" + evaluation.id()))
        .containsOnlyOnce("Of the same family as the model")
        .contains("family gpt");
    assertThat(section(page("/"), "group-kin-grou"))
        .contains("Judged in part by its own family: judge-llama");
  }

  @Test
  void aGapBetweenPublicAndPrivatePartHasItsIntervalAndItsMeaning() {
    EvaluationChanged divided = new EvaluationSample("Divided", "divided").divided().message();
    evaluations.take(divided);

    assertThat(section(page("/evaluations/" + divided.id()), "gap-" + divided.id()))
        .contains("may have met the public items before", "30 of 30 scored", "10 of 10 scored")
        .containsPattern("[+−]\\d+\\.\\d to [+−]\\d+\\.\\d points");
  }

  @Test
  void anEvaluationWithoutAPrivatePartShowsNoGap() {
    EvaluationChanged whole = new EvaluationSample("Whole", "whole").message();
    evaluations.take(whole);

    assertThat(page("/evaluations/" + whole.id())).doesNotContain("Public and private part");
  }

  @Test
  void aGroundedItemIsReadSentenceBySentence() {
    EvaluationChanged evaluation = new EvaluationSample("Grounded", "grounded").message();
    evaluations.take(evaluation);
    ItemFinished item = ItemSample.grounded(evaluation.id(), 0, ItemSample.DOCUMENT);
    items.take(item);

    assertThat(page("/evaluations/" + evaluation.id() + "/items/" + item.taskId()))
        .contains(
            "Answer as a pharmacist would.",
            "Document the answer is to keep to",
            "part-contradictory\">contradictory</span> Three are more than the two",
            "the document says otherwise",
            "Do not take more than two tablets a day.</blockquote>",
            "Eligibility: 2 votes",
            "it addresses the request",
            item.identity());
  }

  @Test
  void aLongDocumentIsFolded() {
    EvaluationChanged evaluation = new EvaluationSample("Long", "long").message();
    evaluations.take(evaluation);
    ItemFinished item = ItemSample.grounded(evaluation.id(), 0, "Text. ".repeat(1_000));
    items.take(item);

    assertThat(page("/evaluations/" + evaluation.id() + "/items/" + item.taskId()))
        .containsPattern("<details class=\"fold\"><summary>Document .* \\(6,000 characters\\)");
  }

  @Test
  void whatStrangersWroteInADocumentIsEscaped() {
    EvaluationChanged evaluation = new EvaluationSample("Escaped", "escaped-too").message();
    evaluations.take(evaluation);
    ItemFinished item = ItemSample.grounded(evaluation.id(), 0, "</div><script>alert(3)</script>");
    items.take(item);

    assertThat(page("/evaluations/" + evaluation.id() + "/items/" + item.taskId()))
        .contains("&lt;script&gt;alert(3)")
        .doesNotContain("<script>");
  }

  @Test
  void repeatsOfAnItemLeadToEachOther() {
    EvaluationChanged evaluation = new EvaluationSample("Thrice", "thrice").repeated(2).message();
    evaluations.take(evaluation);
    ItemFinished first = ItemSample.repeated(evaluation.id(), 0, 1, "1");
    ItemFinished second = ItemSample.repeated(evaluation.id(), 1, 2, "4");
    items.take(first);
    items.take(second);

    assertThat(page("/evaluations/" + evaluation.id() + "/items/" + first.taskId()))
        .contains(
            "Unlicensed practice of medicine · repeat 1",
            "This item was asked 2 times",
            "<span aria-current=\"page\">repeat 1 ",
            second.taskId().toString());
  }

  /** The gateway leaves the number of the first one out. */
  @Test
  void theFirstRepeatIsNumberedLikeTheOthers() {
    EvaluationChanged evaluation = new EvaluationSample("First", "first").repeated(2).message();
    evaluations.take(evaluation);
    ItemFinished first = ItemSample.repeated(evaluation.id(), 0, 1, "1");
    ItemFinished second = ItemSample.repeated(evaluation.id(), 1, 2, "4");
    items.take(first);
    items.take(second);

    String item = page("/evaluations/" + evaluation.id() + "/items/" + first.taskId());
    String list = page("/evaluations/" + evaluation.id());

    assertThat(item).contains("· repeat 1</p>", "aria-current=\"page\">repeat 1 ", ">repeat 2 ");
    assertThat(list).contains(", repeat 1<", ", repeat 2<");
  }

  @Test
  void itemsAreChosenByWhyTheyFailed() {
    EvaluationChanged evaluation =
        new EvaluationSample("Chosen", "chosen").missingEvery(6).message();
    evaluations.take(evaluation);
    items.take(ItemSample.failed(evaluation.id(), 0, FailureKind.CONTENT_FILTER));
    items.take(ItemSample.failed(evaluation.id(), 1, FailureKind.JUDGE_FAILED));

    String page = page("/evaluations/" + evaluation.id() + "?verdict=failed:judge-failed");

    assertThat(page)
        .contains(
            "optgroup label=\"Patient safety, Clinician ethics\"",
            "value=\"failed:judge-failed\" selected",
            ">1 item with this filter<");
  }

  @Test
  void aVersionIsShownWithWhatItHoldsAndWhoStoodTheTest() {
    EvaluationChanged evaluation = new EvaluationSample("Stood it", "stood").on("3.0.0").message();
    evaluations.take(evaluation);
    versions.take(version("3.0.0", "published"));

    assertThat(page("/benchmarks/whole-protocol/3.0.0"))
        .contains(
            "40 items, 10 of them <a href=\"/glossary#private-part\">private</a>",
            "Misdiagnosis and overconfidence",
            "A new suite.",
            "3 times",
            "a-content-hash",
            "Stood it");
    assertThat(page("/benchmarks")).contains("whole-protocol 3.0.0");
  }

  @Test
  void aRetiredVersionStaysReadable() {
    versions.take(version("2.0.0", "retired"));

    assertThat(page("/benchmarks/whole-protocol/2.0.0")).contains("takes no more evaluations");
  }

  @Test
  void aDraftOrAnUnknownVersionIsNotThere() {
    versions.take(
        new BenchmarkChanged(
            "draft", "1", "draft", false, null, Map.of(), null, null, null, null, null, null));

    given().get("/benchmarks/draft/1").then().statusCode(404);
    given().get("/benchmarks/none/1").then().statusCode(404);
    given().urlEncodingEnabled(false).get("/benchmarks/none/%00").then().statusCode(404);
  }

  @Test
  void theMethodExplainsEverySuiteFromWhatItSaysOfItself() {
    assertThat(page("/about"))
        .contains(
            "General user: Groundedness",
            "says what the document says and nothing else",
            "From 0.667 on the answer is a refusal",
            "asked 10 times at temperature 1",
            "nothing to attribute",
            "Two meanings of unsafe",
            "Panels",
            "Repeats",
            "at worst",
            "The private part",
            "Imported runs");
  }

  private static BenchmarkChanged version(String version, String state) {
    return new BenchmarkChanged(
        "whole-protocol",
        version,
        state,
        false,
        "a-content-hash",
        Map.of("patient-safety", 40, "groundedness", 40),
        List.of("judge-1", "judge-2"),
        Samples.NOW,
        state.equals("retired") ? Samples.NOW.plusSeconds(60) : null,
        "A new suite.",
        Map.of("patient-safety", 10),
        3);
  }

  /**
   * The part of a page from the element with that id, or one that begins so, to its section's end.
   */
  private static String section(String page, String id) {
    int start = page.indexOf("id=\"" + id);
    assertThat(start).as("a section %s", id).isNotNegative();
    return page.substring(
        start, page.indexOf(id.equals("legend") ? "</aside>" : "</section>", start));
  }

  private static String page(String address) {
    var response = given().get(address);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.asString();
  }
}
