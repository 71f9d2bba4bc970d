package org.primum.leaderboard.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.admin.Versions.DRAFT;
import static org.primum.leaderboard.admin.Versions.DRAFT_PAGE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "admin", roles = "admin")
class ComparisonPagesTest {

  private static final String ADDRESS = DRAFT_PAGE + "/comparison";

  @BeforeEach
  void theGatewayHasVersions() {
    Versions.tell();
  }

  @Test
  void anotherVersionOfTheBenchmarkIsChosenFirst() {
    assertThat(Forms.page(ADDRESS))
        .contains("<option value=\"1.0.0\">1.0.0, published</option>", "Choose a version above.")
        .doesNotContain("<option value=\"1.1.0\"");
  }

  @Test
  void changedPromptsAreShownWordByWord() {
    String page = Forms.page(ADDRESS + "?with=1.0.0");

    assertThat(page)
        .contains("Is &lt;i&gt;this&lt;/i&gt; rash<del>")
        .contains("taken out: </span> measles?</del><ins>")
        .contains("put in: </span> scarlet fever?</ins>")
        .doesNotContain("<i>");
  }

  @Test
  void settingsAndAddedItemsAreNamed() {
    String page = Forms.page(ADDRESS + "?with=1.0.0");

    assertThat(page)
        .contains("Harmful and benign behaviours: votes of each judge", "not set", "jb-h-07")
        .doesNotContain("Removed items");
  }

  @Test
  void versionsWithTheSameContentAreSaidToBeSo() {
    FakeGateway.answers(
        "GET " + DRAFT + "/comparison",
        200,
        """
        {"with": "1.0.0", "addedCount": 0, "removedCount": 0, "changedCount": 0, "unchanged": 90,
         "truncated": false}
        """);

    assertThat(Forms.page(ADDRESS + "?with=1.0.0")).contains("are the same in both");
  }

  @Test
  void aVersionWithoutAnotherHasNothingToCompareWith() {
    FakeGateway.answers("GET /api/v1/benchmarks", 200, "[]");

    assertThat(Forms.page(ADDRESS)).contains("There is no other version of primum-starter");
  }
}
