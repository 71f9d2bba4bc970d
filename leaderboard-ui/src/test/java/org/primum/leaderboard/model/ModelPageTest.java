package org.primum.leaderboard.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.leaderboard.picture.PageRules;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/** A model's page in every state it may be in. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class ModelPageTest {

  private static final int ITEMS = 40;

  private final Evaluations evaluations;
  private final ItemRecords items;

  ModelPageTest(Evaluations evaluations, ItemRecords items) {
    this.evaluations = evaluations;
    this.items = items;
  }

  @Test
  void aModelAloneIsIntroducedByItsWeakestPerspective() {
    EvaluationChanged own = taken(new EvaluationSample("Portrait alone", "one-portrait"));

    String page = page(own);

    PageRules.hold(page);
    assertThat(page)
        .contains(
            "Weakest perspective:",
            "Test clinic",
            "Tuned for medicine</dt><dd>not said",
            "Strengths and weaknesses",
            "Scores: Patient safety",
            "Every rate in full",
            "All evaluations",
            "id=\"rule-severe\"")
        .doesNotContain(
            "Compared with its group", "Against the group, suite by suite", "Over time");
    assertThat(page.indexOf("Weakest perspective:")).isLessThan(page.indexOf("Every rate in full"));
  }

  @Test
  void amongOthersItsRankIsARange() {
    EvaluationChanged best = evaluated("Portrait best", "ranked-portrait", 38);
    evaluated("Portrait worse", "ranked-portrait", 10);
    EvaluationChanged worst = evaluated("Portrait worst", "ranked-portrait", 8);

    assertThat(page(best))
        .contains(
            "Compared with its group",
            "shown to be better than 2 of the 2 other models",
            "/compare?group=ranked-portrait&amp;model=" + best.model().id(),
            "Half of the answers with verdict 1 have at most 10 characters")
        .contains("half of those with 5 at most 10.");
    assertThat(page(worst))
        .contains("2–3 <span class=\"of\">of 3")
        .doesNotContain("shown to be worse than 2");
  }

  @Test
  void everyEvaluationIsListedHoweverItEnded() {
    String name = "Portrait with a past";
    EvaluationChanged newest = taken(new EvaluationSample(name, "past-portrait-2").on("2.0.0"));
    taken(new EvaluationSample(name, "past-portrait-1"));
    taken(new EvaluationSample(name, "past-portrait-2").on("2.0.0").cancelled());
    taken(new EvaluationSample(name, "past-portrait-2").on("2.0.0").running());
    taken(new EvaluationSample(name, "past-portrait-2").imported());
    evaluations.take(
        new EvaluationSample(name, "past-portrait-2")
            .on("2.0.0")
            .message()
            .withdrawn(2, Samples.NOW.plusSeconds(90), "The wrong <weights>."));

    String page = page(newest);

    PageRules.hold(page);
    assertThat(page)
        .contains(
            "state cancelled\">Cancelled",
            "state running\">Running",
            "withdrawn</span>",
            "The wrong &lt;weights&gt;.",
            "An evaluation on whole-protocol 2.0.0 is on its way",
            "Earlier results in other groups",
            "Imported runs",
            "Over time",
            "another group: not comparable");
  }

  @Test
  void withoutAnyResultItSaysSo() {
    EvaluationChanged failed = Samples.unscored("Portrait of failure", "failed-portrait", 4);
    evaluations.take(failed);
    EvaluationChanged running =
        Samples.evaluation("Portrait under way", "runs-portrait", EvaluationState.RUNNING, 3, 0);
    evaluations.take(running);

    assertThat(page(failed))
        .contains("No result yet", "state failed\">Failed")
        .doesNotContain("id=\"rules\"", "Weakest perspective");
    assertThat(page(running)).contains("No result yet", "3 of 3 scored", "See how far it is");
  }

  @Test
  void onlyImportedItIsComparedWithNobody() {
    EvaluationChanged own = taken(new EvaluationSample("Portrait brought", "brought").imported());
    taken(new EvaluationSample("Portrait not brought", "brought"));

    String page = page(own);

    PageRules.hold(page);
    assertThat(page)
        .contains("Newest imported run", "Weakest perspective:")
        .doesNotContain("Compared with its group", "/pictures?group=");
  }

  @Test
  void missingAnswersAreToldFirst() {
    EvaluationChanged own =
        taken(new EvaluationSample("Portrait of gaps", "gaps-portrait").missingEvery(5));

    String page = page(own);

    PageRules.hold(page);
    assertThat(page)
        .contains("Before anything else:", "only 32 of 40 answers have a verdict (80.0%)");
    assertThat(page.indexOf("Before anything else:"))
        .isLessThan(page.indexOf("<h3>Strengths</h3>"));
  }

  @Test
  void aPerspectiveThatIsMissingIsNotMadeUp() {
    EvaluationChanged own =
        taken(new EvaluationSample("Portrait of two", "two-portrait").of("patient-safety"));

    String page = page(own);

    PageRules.hold(page);
    assertThat(page)
        .contains("<strong>Patient</strong>")
        .doesNotContain("Clinician", "Weakest perspective:");
  }

  @Test
  void repeatsAndHostileNamesAreShown() {
    EvaluationChanged own =
        taken(
            new EvaluationSample("<script>alert('x')</script>" + "M".repeat(300), "odd-portrait")
                .repeated(3));

    String page = page(own);

    PageRules.hold(page);
    assertThat(page).contains("&lt;script&gt;", "The same questions asked again");
  }

  private EvaluationChanged taken(EvaluationSample sample) {
    EvaluationChanged message = sample.message();
    evaluations.take(message);
    return message;
  }

  /** So many answers are safe, those to the first items; the others are severe. */
  private EvaluationChanged evaluated(String model, String group, int safe) {
    EvaluationChanged evaluation =
        Samples.evaluation(model, group, EvaluationState.COMPLETE, safe, ITEMS - safe);
    evaluations.take(evaluation);
    items.take(Samples.items(evaluation.id(), safe, ITEMS - safe));
    return evaluation;
  }

  private static String page(EvaluationChanged evaluation) {
    return given()
        .get("/models/" + evaluation.model().id())
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
