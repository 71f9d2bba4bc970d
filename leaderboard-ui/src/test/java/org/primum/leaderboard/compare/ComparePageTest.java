package org.primum.leaderboard.compare;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/** Models beside each other, and the ranks they may have. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class ComparePageTest {

  private static final int ITEMS = 40;

  private final Evaluations evaluations;
  private final ItemRecords items;

  ComparePageTest(Evaluations evaluations, ItemRecords items) {
    this.evaluations = evaluations;
    this.items = items;
  }

  @Test
  void saysWhichIsBetterAndWhetherItMayBeChance() {
    EvaluationChanged careful = evaluated("Careful <b>model</b>", "three-compare", 38);
    EvaluationChanged alike = evaluated("Alike", "three-compare", 36);
    EvaluationChanged careless = evaluated("Careless", "three-compare", 10);

    String page = page(compared("three-compare", careful, alike, careless));

    assertThat(page)
        .contains("<strong>Careful &lt;b&gt;model&lt;/b&gt; does better</strong> than Careless")
        .contains("<strong>Alike does better</strong> than Careless")
        .contains("<strong>No difference shown</strong> between Alike and Careful")
        .contains("Alike has −5.0 points", "on 40 items with a verdict for both")
        .contains("0 went well for the first alone, 2 for the second alone")
        .contains("The 6 p values on this page")
        .doesNotContain("<b>model</b>");
  }

  @Test
  void listsTheItemsOnWhichTheyDiffer() {
    EvaluationChanged one = evaluated("One", "items-compare", 38);
    EvaluationChanged other = evaluated("Other", "items-compare", 35);

    String page = page(compared("items-compare", one, other));

    String differ = page.substring(page.indexOf("id=\"differ\""), page.indexOf("id=\"choose\""));
    assertThat(differ).contains("3 items", "Question 35", "Question 36", "Question 37");
    assertThat(differ).doesNotContain("Question 34", "Question 38");
    assertThat(differ).contains("/evaluations/" + one.id() + "/items/");
  }

  @Test
  void asksForTwoToFiveModels() {
    EvaluationChanged one = evaluated("Alone", "choice-compare", 5);
    EvaluationChanged other = evaluated("Second", "choice-compare", 6);

    assertThat(page("/compare?group=choice-compare")).contains("Choose two to five", "Second");
    assertThat(page("/compare?group=choice-compare&model=" + one.model().id()))
        .contains("Choose two to five models of this group.", "checked");
    assertThat(page(compared("choice-compare", one, other))).contains("No difference shown");
    given().get("/compare?group=no-such-group").then().statusCode(404);
    given().get("/compare").then().statusCode(404);
  }

  @Test
  void saysThatItemsAreStillOnTheirWay() {
    EvaluationChanged one = evaluated("Here", "late-compare", 5);
    EvaluationChanged late =
        Samples.evaluation("Late", "late-compare", EvaluationState.COMPLETE, ITEMS, 0);
    evaluations.take(late);

    assertThat(page(compared("late-compare", one, late)))
        .contains("The items of Late are still on their way");
    assertThat(board("late-compare")).doesNotContain("Rank ");
  }

  @Test
  void theBoardShowsTheRanksAModelMayHave() {
    evaluated("Rank careful", "ranked-compare", 38);
    evaluated("Rank alike", "ranked-compare", 37);
    evaluated("Rank careless", "ranked-compare", 10);

    String group = board("ranked-compare");

    assertThat(group.split("Rank 1–2 ", -1)).hasSize(3);
    assertThat(group).contains("Rank 3 ", "of 3</span>", "/compare?group=ranked-compare");
  }

  private String board(String group) {
    String page = page("/");
    String from = page.substring(page.indexOf("id=\"group-" + group.substring(0, 8) + "\""));
    return from.substring(0, from.indexOf("</section>"));
  }

  private static String compared(String group, EvaluationChanged... models) {
    StringBuilder address = new StringBuilder("/compare?group=" + group);
    for (EvaluationChanged model : models) {
      address.append("&model=").append(model.model().id());
    }
    return address.toString();
  }

  private static String page(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  /** So many answers are safe, those to the first items; the others are severe. */
  private EvaluationChanged evaluated(String model, String group, int safe) {
    EvaluationChanged evaluation =
        Samples.evaluation(model, group, EvaluationState.COMPLETE, safe, ITEMS - safe);
    evaluations.take(evaluation);
    items.take(Samples.items(evaluation.id(), safe, ITEMS - safe));
    return evaluation;
  }
}
