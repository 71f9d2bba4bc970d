package org.primum.leaderboard.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.admin.Versions.DRAFT;
import static org.primum.leaderboard.admin.Versions.DRAFT_PAGE;
import static org.primum.leaderboard.admin.Versions.PUBLISHED;
import static org.primum.leaderboard.admin.Versions.PUBLISHED_PAGE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.gateway.VersionSetup;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.PanelRule;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "admin", roles = "admin")
class DraftPagesTest {

  private static final String ITEM_FORM = DRAFT_PAGE + "/item/form";
  private static final String KNOWN_ITEM = ITEM_FORM + "?suite=patient-safety&id=ps-1-01";
  private static final String NEW_ITEM = ITEM_FORM + "?suite=jailbreak";
  private static final String ITEM = DRAFT + "/items/patient-safety/ps-1-01";
  private static final String ADDED = DRAFT + "/items/jailbreak/jb-new";

  @BeforeEach
  void theGatewayHasVersions() {
    Versions.tell();
  }

  @Test
  void theSettingsFormShowsWhatIsSet() {
    String page = Forms.page(DRAFT_PAGE + "/settings");

    assertThat(page)
        .contains("name=\"repeats\" type=\"text\" value=\"3\"")
        .contains("name=\"judging.jailbreak.votes\" type=\"text\" value=\"5\"")
        .contains("name=\"judging.jailbreak.judges\" value=\"judge-b\" checked")
        .contains("Judging of Patient safety", "published: 10")
        .doesNotContain("judging.groundedness.votes");
  }

  @Test
  void settingsAreSentAsTheyWereEntered() {
    FakeGateway.answers("PUT " + DRAFT + "/settings", 200, "{}");

    Response redirect =
        Forms.send(
            DRAFT_PAGE + "/settings",
            DRAFT_PAGE + "/settings",
            Map.of(
                "generation.systemPrompt", "",
                "generation.temperature", "0.5",
                "generation.topP", "",
                "generation.maxTokens", "2048",
                "repeats", "2",
                "judges", List.of("judge-a", "judge-b"),
                "judging.jailbreak.votes", "",
                "judging.patient-safety.rule", "median",
                "judging.patient-safety.maxTokens", "700",
                "privateItems", "true"));

    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=settings-saved");
    VersionSetup sent =
        Json.read(FakeGateway.received("PUT " + DRAFT + "/settings"), VersionSetup.class);
    assertThat(sent.settings().generation()).isEqualTo(new Generation(null, 0.5, 1, 2048));
    assertThat(sent.settings().repeats()).isEqualTo(2);
    assertThat(sent.settings().judging())
        .containsOnly(
            Map.entry(
                "patient-safety",
                new JudgingSettings(null, null, 700, null, PanelRule.MEDIAN, List.of())));
    assertThat(sent.judges()).containsExactly("judge-a", "judge-b");
    assertThat(sent.privateItems()).isTrue();
  }

  @Test
  void settingsThatAreNoNumbersAreSaidAtTheirFieldsAndKept() {
    Response page =
        Forms.send(
            DRAFT_PAGE + "/settings",
            DRAFT_PAGE + "/settings",
            Map.of(
                "generation.temperature", "warm",
                "repeats", "21",
                "judging.jailbreak.votes", "many",
                "notes", "Mine"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("id=\"generation.temperature-error\">Temperature must be a number from 0 to 2")
        .contains("id=\"repeats-error\">How often each item is asked must be a whole number")
        .contains(
            "id=\"judging.jailbreak.votes-error\"", "value=\"many\"", "value=\"warm\"", "Mine");
  }

  @Test
  void whatTheGatewaySaysAboutSettingsIsAtItsField() {
    FakeGateway.answers(
        "PUT " + DRAFT + "/settings",
        422,
        """
        {"detail": "The settings were not taken.",
         "errors": [{"field": "judging.jailbreak.temperature", "message": "must be above 0"},
                    {"field": "judges", "message": "names [x], which is no judge here"}]}
        """);

    Response page =
        Forms.send(
            DRAFT_PAGE + "/settings",
            DRAFT_PAGE + "/settings",
            Map.of("judging.jailbreak.votes", "7", "judges", "judge-a"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("The settings were not saved.", "Temperature of the judges must be above 0.")
        .contains("Harmful and benign behaviours: temperature of the judges</a>: must be above 0")
        .contains("id=\"judges-error\">Judges names [x]", "value=\"7\"")
        .contains("name=\"judges\" value=\"judge-a\" checked");
  }

  @Test
  void anItemIsChangedWithoutTouchingItsLineEnds() {
    FakeGateway.answers(
        "PUT " + ITEM,
        200,
        "{\"id\": \"x\", \"suite\": \"jailbreak\", \"category\": \"c\", \"prompt\": \"p\"}");

    Response redirect =
        Forms.send(
            KNOWN_ITEM,
            ITEM_FORM,
            Map.of(
                "suite", "patient-safety",
                "id", "ps-1-01",
                "category", "3",
                "prompt", "May I take <b>two</b> at once?\r\nIt is late."));

    assertThat(redirect.header("Location"))
        .endsWith("/item?suite=patient-safety&id=ps-1-01&done=item-saved");
    assertThat(FakeGateway.received("PUT " + ITEM))
        .contains("\"category\":\"3\"", "at once?\\nIt is late.")
        .doesNotContain("\\r", "private");
  }

  @Test
  void theItemFormOffersTheCategoriesOfTheSuite() {
    assertThat(Forms.page(KNOWN_ITEM))
        .contains("<option value=\"1\" selected>1. ", "<option value=\"5\">5. ")
        .contains(
            "May I take &lt;b&gt;two&lt;/b&gt; at once?", "name=\"private\" value=\"true\" checked")
        .doesNotContain("name=\"split\"", "name=\"document\"");
    assertThat(Forms.page(NEW_ITEM))
        .contains("name=\"category\" type=\"text\"", "<option value=\"benign\">benign</option>");
  }

  @Test
  void anItemThatIsRefusedKeepsItsInput() {
    FakeGateway.answers(
        "PUT " + ADDED,
        422,
        """
        {"detail": "The item cannot be taken.",
         "errors": [{"field": "split", "message": "split \"\" is not one of benign, harmful"}]}
        """
            .replace("\"\"", "x"));

    Response page =
        Forms.send(
            NEW_ITEM,
            ITEM_FORM + "/new",
            Map.of(
                "suite", "jailbreak", "id", "jb-new", "category", "Fraud", "prompt", "How? <i>"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("The item cannot be taken.", "id=\"split-error\"", "value=\"jb-new\"")
        .contains("How? &lt;i&gt;", "value=\"Fraud\"", "/item/form/new");
  }

  @Test
  void aNewItemIsAdded() {
    FakeGateway.answers(
        "PUT " + ADDED,
        200,
        "{\"id\": \"x\", \"suite\": \"jailbreak\", \"category\": \"c\", \"prompt\": \"p\"}");

    Response redirect =
        Forms.send(
            NEW_ITEM,
            ITEM_FORM + "/new",
            Map.of(
                "suite",
                "jailbreak",
                "id",
                " jb-new ",
                "category",
                "Fraud",
                "split",
                "benign",
                "prompt",
                "How do I see that a letter is a fraud?",
                "private",
                "true"));

    assertThat(redirect.header("Location")).endsWith("id=jb-new&done=item-saved");
    assertThat(FakeGateway.received("PUT " + ADDED))
        .contains("\"split\":\"benign\"", "\"part\":\"private\"");
  }

  @Test
  void aNewItemNeverTakesThePlaceOfAnother() {
    Response page =
        Forms.send(
            NEW_ITEM,
            ITEM_FORM + "/new",
            Map.of("suite", "jailbreak", "id", "jb-h-07", "category", "Fraud", "prompt", "How?"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("Id is taken by another item of the suite.");
  }

  @Test
  void anItemIsDeletedAfterItWasShown() {
    String address = DRAFT_PAGE + "/item/delete";
    FakeGateway.answers("DELETE " + ITEM, 204, "");

    assertThat(Forms.page(address + "?suite=patient-safety&id=ps-1-01"))
        .contains("May I take &lt;b&gt;two", "cannot be undone");
    Response redirect =
        Forms.send(
            address + "?suite=patient-safety&id=ps-1-01",
            address,
            Map.of("suite", "patient-safety", "id", "ps-1-01"));

    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=item-deleted");
  }

  @Test
  void aSuiteIsDeletedAfterItsItemsWereCounted() {
    String address = DRAFT_PAGE + "/delete";
    FakeGateway.answers("DELETE " + DRAFT + "/suites/jailbreak", 204, "");

    assertThat(Forms.page(address + "?suite=jailbreak")).contains("40 items of the suite");
    Response redirect =
        Forms.send(address + "?suite=jailbreak", address, Map.of("suite", "jailbreak"));

    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=suite-deleted");
    assertThat(FakeGateway.received("DELETE " + DRAFT)).isNull();
  }

  @Test
  void whatCannotBeDeletedSaysWhy() {
    String address = PUBLISHED_PAGE + "/delete";
    FakeGateway.answers("DELETE " + PUBLISHED, 409, "{\"detail\": \"A published version stays.\"}");

    Response page = Forms.send(address, address, Map.of("suite", ""));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString()).contains("A published version stays.");
  }

  @Test
  void thePrivatePartIsAShare() {
    String address = DRAFT_PAGE + "/private-part";
    FakeGateway.answers(
        "POST " + DRAFT + "/private-part",
        200,
        "{\"benchmark\": \"primum-starter\", \"version\": \"1.1.0\", \"state\": \"draft\"}");

    Response redirect = Forms.send(address, address, Map.of("percent", "12.5"));

    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=private-part-set");
    assertThat(FakeGateway.received("POST " + DRAFT + "/private-part")).contains("0.125");
  }

  @Test
  void aPrivatePartOfMostItemsIsRefused() {
    String address = DRAFT_PAGE + "/private-part";

    Response page = Forms.send(address, address, Map.of("percent", "80"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("The share must be a number from 0 to 50", "value=\"80\"", "aria-invalid");
  }

  @Test
  void aNewDraftIsMadeFromAVersion() {
    String address = PUBLISHED_PAGE + "/draft";
    FakeGateway.answers(
        "POST " + PUBLISHED + "/drafts",
        201,
        "{\"benchmark\": \"primum-starter\", \"version\": \"1.2.0\", \"state\": \"draft\"}");

    Response redirect = Forms.send(address, address, Map.of("version", "1.2.0"));

    assertThat(redirect.header("Location"))
        .endsWith("/admin/benchmarks/primum-starter/1.2.0?done=draft-made");
    assertThat(FakeGateway.received("POST " + PUBLISHED + "/drafts")).contains("1.2.0");
  }

  @Test
  void aVersionNumberThatIsTakenIsSaidAndKept() {
    String address = PUBLISHED_PAGE + "/draft";
    FakeGateway.answers(
        "POST " + PUBLISHED + "/drafts", 409, "{\"detail\": \"Version 1.1.0 is there already.\"}");

    Response page = Forms.send(address, address, Map.of("version", "1.1.0"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString()).contains("Version 1.1.0 is there already.", "value=\"1.1.0\"");
  }
}
