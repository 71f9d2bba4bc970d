package org.primum.leaderboard.picture;

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
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/** The pictures of a group. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class PicturesPageTest {

  private final Evaluations evaluations;

  PicturesPageTest(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  @Test
  void oneModelAloneIsDrawn() {
    taken(new EvaluationSample("Pictured alone", "one-pictures"));

    String page = page("one-pictures");

    PageRules.hold(page);
    assertThat(page)
        .contains(
            "Pictured alone",
            "Harm against over-refusal: Patient safety",
            "The group, suite by suite",
            "Categories: Patient safety",
            "Scores: Patient safety");
  }

  @Test
  void threeModelsAreAllNamed() {
    taken(new EvaluationSample("Pictured first", "three-pictures"));
    EvaluationChanged second = taken(new EvaluationSample("Pictured second", "three-pictures"));
    taken(new EvaluationSample("Pictured third", "three-pictures"));

    String page = page("three-pictures&model=" + second.model().id());

    PageRules.hold(page);
    assertThat(page).contains("each model of the group", "Looked at among them", "this model");
    assertThat(page.split("<g class=\"own\">", -1)).hasSizeGreaterThan(3);
  }

  @Test
  void fiveHundredModelsAreDotsAndPages() {
    EvaluationChanged last = null;
    for (int model = 0; model < 500; model++) {
      last =
          taken(
              new EvaluationSample("Pictured %03d".formatted(model), "many-pictures")
                  .of("patient-safety", "over-refusal"));
    }

    String page = page("many-pictures");

    PageRules.hold(page);
    assertThat(page.split("<circle class=\"one\"", -1).length).isGreaterThan(490);
    assertThat(page).contains("500 models", "Page 1 of 17", "Further models");
    assertThat(page("many-pictures&suite=over-refusal&page=17"))
        .contains("Categories: Over-refusal", "Better models")
        .doesNotContain("Further models");
    String portrait =
        given().get("/models/" + last.model().id()).then().statusCode(200).extract().asString();
    PageRules.hold(portrait);
    assertThat(portrait)
        .contains("The same of all models of the group", "mean of the group, 500 models");
    assertThat(portrait.split("<g class=\"own\">", -1)).hasSize(4);
  }

  @Test
  void namesOfStrangersDoNoHarm() {
    taken(new EvaluationSample("<script>alert(1)</script>", "hostile-pictures"));
    taken(new EvaluationSample("\u202Eturned " + "long ".repeat(60), "hostile-pictures"));
    taken(new EvaluationSample("نموذج طبي", "hostile-pictures"));

    String page = page("hostile-pictures");

    PageRules.hold(page);
    assertThat(page).contains("&lt;script&gt;", "نموذج طبي").doesNotContain("\u202E");
  }

  @Test
  void whatIsMissingIsLeftOut() {
    taken(new EvaluationSample("Pictured part", "part-pictures").of("groundedness"));

    String page = page("part-pictures");

    PageRules.hold(page);
    assertThat(page)
        .contains("The group, suite by suite", "Categories: Groundedness")
        .doesNotContain("Harm against over-refusal: ", "Scores: ");
  }

  @Test
  void onlyCompleteEvaluationsOfOurOwnAreDrawn() {
    evaluations.take(Samples.unscored("Pictured failed", "none-pictures", 3));
    evaluations.take(
        Samples.evaluation("Pictured running", "none-pictures", EvaluationState.RUNNING, 3, 0));
    taken(new EvaluationSample("Pictured imported", "none-pictures").imported());

    given().get("/pictures?group=none-pictures").then().statusCode(404);
    given().get("/pictures").then().statusCode(404);
    given().get("/pictures?group=%00").then().statusCode(404);
  }

  private EvaluationChanged taken(EvaluationSample sample) {
    EvaluationChanged message = sample.message();
    evaluations.take(message);
    return message;
  }

  private static String page(String group) {
    return given()
        .urlEncodingEnabled(false)
        .get("/pictures?group=" + group)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
