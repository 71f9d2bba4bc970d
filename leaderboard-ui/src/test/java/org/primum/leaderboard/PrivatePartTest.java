package org.primum.leaderboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** Items of a version's private part are there for administrators only, whichever way one goes. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class PrivatePartTest {

  private final Evaluations evaluations;
  private final ItemRecords items;
  private String evaluation;
  private ItemFinished before;
  private ItemFinished hidden;
  private ItemFinished after;

  PrivatePartTest(Evaluations evaluations, ItemRecords items) {
    this.evaluations = evaluations;
    this.items = items;
  }

  @BeforeEach
  void fill() {
    EvaluationChanged message = new EvaluationSample("Parted", "parted").divided().message();
    evaluations.take(message);
    evaluation = "/evaluations/" + message.id();
    before = Samples.item(message.id(), 0, "Open question one", "Yes.");
    hidden = ItemSample.hidden(message.id(), 1, "Hidden question");
    after = Samples.item(message.id(), 2, "Open question two", "Yes.");
    items.take(before);
    items.take(hidden);
    items.take(after);
  }

  @Test
  void nobodySignedOutSeesThem() {
    assertHidden();
  }

  @Test
  @TestSecurity(user = "owner", roles = "submitter")
  void theOwnerDoesNotSeeThem() {
    assertHidden();
  }

  @Test
  @TestSecurity(user = "reviewer", roles = "reviewer")
  void aReviewerDoesNotSeeThem() {
    assertHidden();
  }

  @Test
  @TestSecurity(user = "admin", roles = "admin")
  void anAdministratorSeesThemInTheList() {
    assertThat(page(evaluation))
        .contains("3 items", "Hidden question", "private part")
        .doesNotContain("shown to administrators only, so they are not listed");
  }

  @Test
  @TestSecurity(user = "admin", roles = "admin")
  void anAdministratorReadsOne() {
    assertThat(page(address(hidden)))
        .contains("Hidden question", "Hidden answer", "belongs to the private part");
  }

  @Test
  @TestSecurity(user = "admin", roles = "admin")
  void anAdministratorComesToThemFromTheirNeighbours() {
    assertThat(page(address(before))).contains("rel=\"next nofollow\" href=\"" + address(hidden));
    assertThat(page(address(after))).contains("rel=\"prev nofollow\" href=\"" + address(hidden));
  }

  private void assertHidden() {
    assertThat(page(evaluation))
        .contains("2 items", "not listed here")
        .doesNotContain("Hidden question", hidden.taskId().toString(), "hidden-1");
    assertThat(page(evaluation + "?suite=over-refusal")).contains("No item passes this filter");
    assertThat(page(evaluation + "?verdict=refusal")).contains("No item passes this filter");
    assertThat(page(evaluation + "?category=Topic%201")).contains("No item passes this filter");
    assertThat(page(address(before)))
        .contains("rel=\"next nofollow\" href=\"" + address(after))
        .doesNotContain(hidden.taskId().toString());
    assertThat(page(address(after)))
        .contains("rel=\"prev nofollow\" href=\"" + address(before))
        .doesNotContain(hidden.taskId().toString());
    for (String type : new String[] {"text/html", "application/json", "*/*"}) {
      Response item = given().redirects().follow(false).accept(type).get(address(hidden));
      assertThat(item.statusCode()).isIn(404, 406);
      assertThat(item.asString()).doesNotContain("Hidden question", "Hidden answer");
    }
  }

  private String address(ItemFinished item) {
    return evaluation + "/items/" + item.taskId();
  }

  private static String page(String address) {
    Response response = given().get(address);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.asString();
  }
}
