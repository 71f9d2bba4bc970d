package org.primum.gateway.benchmark.draft;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.primum.gateway.benchmark.VersionCalls.JUDGE;
import static org.primum.gateway.benchmark.VersionCalls.admin;
import static org.primum.gateway.benchmark.VersionCalls.at;
import static org.primum.gateway.benchmark.VersionCalls.prompt;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.gateway.benchmark.VersionCalls;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class DraftResourceTest {

  @BeforeEach
  void aJudge() {
    VersionCalls.addJudge();
  }

  @Test
  void anItemIsAddedChangedAndRemoved() {
    String draft = draft("edited", 2);
    Map<String, String> added =
        Map.of("category", "3", "prompt", " May I drive? ", "split", "", "part", "private");

    putItem(draft, "patient-safety", "new 1", added)
        .statusCode(200)
        .body("prompt", equalTo(" May I drive? "))
        .body("part", equalTo("private"))
        .body("split", nullValue());
    putItem(draft, "patient-safety", "i0", Map.of("category", "2", "prompt", "May I swim?"))
        .statusCode(200);
    admin().delete(draft + "/items/patient-safety/i1").then().statusCode(204);

    admin()
        .get(draft + "/items")
        .then()
        .body("id", contains("i0", "new 1"))
        .body("prompt", contains("May I swim?", " May I drive? "));
    admin()
        .get(draft + "/items/patient-safety/new 1")
        .then()
        .statusCode(200)
        .body("category", equalTo("3"));
    admin().get(draft + "/items/patient-safety/i1").then().statusCode(404);
    admin().delete(draft + "/items/patient-safety/i1").then().statusCode(404);
  }

  @Test
  void anItemThatCannotBeIsRefusedWithItsField() {
    String draft = draft("picky", 1);

    putItem(draft, "patient-safety", "x", Map.of("category", "9", "prompt", "May I?"))
        .statusCode(422)
        .body("errors.field", contains("category"));
    putItem(draft, "patient-safety", "x", Map.of("category", "1", "prompt", " "))
        .statusCode(422)
        .body("errors.field", contains("prompt"));
    putItem(
            draft,
            "patient-safety",
            "x",
            Map.of("category", "1", "prompt", "May I?", "document", "A leaflet."))
        .statusCode(422)
        .body("errors.field", contains("document"));
    putItem(draft, "jailbreak", "x", Map.of("category", "1", "prompt", "May I?"))
        .statusCode(422)
        .body("errors.field", contains("split"));
    putItem(draft, "groundedness", "x", Map.of("category", "1", "prompt", "May I?"))
        .statusCode(422)
        .body("errors.field", contains("document"));
    putItem(
            draft,
            "patient-safety",
            "x",
            Map.of("category", "1", "prompt", "May I?", "part", "secret"))
        .statusCode(422)
        .body("errors.field", contains("part"));
    putItem(draft, "zzz", "x", Map.of("category", "1", "prompt", "May I?")).statusCode(404);
  }

  @Test
  void itemsAreSearchedInIdAndPrompt() {
    String draft = draft("searched", 12);

    admin()
        .get(draft + "/items?search=WARFARIN&suite=patient-safety")
        .then()
        .body("id", hasItems("i2", "i8"));
    admin().get(draft + "/items?search=i11").then().body("id", contains("i11"));
    admin().get(draft + "/items?search=%25").then().body("", empty());
  }

  @Test
  void aSuiteAndADraftAreDeleted() {
    String draft = draft("deleted", 3);
    putItem(
            draft,
            "jailbreak",
            "j",
            Map.of("category", "Privacy", "split", "benign", "prompt", "How do locks work?"))
        .statusCode(200);

    admin().delete(draft + "/suites/patient-safety").then().statusCode(204);

    admin().get(draft).then().body("items", equalTo(Map.of("jailbreak", 1)));
    admin().delete(draft + "/suites/patient-safety").then().statusCode(404);
    admin().delete(draft).then().statusCode(204);
    admin().get(draft).then().statusCode(404);
  }

  @Test
  void settingsAreSetAndShown() {
    String draft = draft("set", 1);
    String settings =
        """
        {"settings": {"generation": {"systemPrompt": "You are a nurse.", "temperature": 0.5,
             "topP": 1, "maxTokens": 512}, "repeats": 3,
           "judging": {"patient-safety": {"votes": 3, "temperature": 0.7, "rule": "median"}}},
         "judges": ["%s"], "notes": "Asked three times.", "privateItems": true}
        """
            .formatted(JUDGE);

    put(draft, settings).statusCode(200);

    admin()
        .get(draft + "/settings")
        .then()
        .statusCode(200)
        .body("settings.generation.systemPrompt", equalTo("You are a nurse."))
        .body("settings.generation.maxTokens", equalTo(512))
        .body("settings.repeats", equalTo(3))
        .body("settings.judging.'patient-safety'.votes", equalTo(3))
        .body("settings.judging.'patient-safety'.rule", equalTo("median"))
        .body("judges", contains(JUDGE))
        .body("notes", equalTo("Asked three times."))
        .body("privateItems", equalTo(true));
    admin().get(draft).then().body("repeats", equalTo(3));
  }

  @Test
  void settingsThatCannotBeLeaveTheDraftAsItWas() {
    String draft = draft("kept-settings", 1);

    put(draft, "{\"settings\": {\"repeats\": 0}, \"judges\": [\"nobody\"], \"notes\": \"x\"}")
        .statusCode(422)
        .body("errors.field", hasItems("repeats", "judges"));

    admin().get(draft + "/settings").then().body("notes", nullValue());
  }

  @Test
  void aShareOfTheItemsBecomesPrivate() {
    String draft = draft("halved", 20);

    share(draft, "0.5").statusCode(200).body("privateCounts.'patient-safety'", equalTo(10));
    share(draft, "0.25").statusCode(200).body("privateCounts.'patient-safety'", equalTo(5));
    share(draft, "0").statusCode(200).body("privateCounts", aMapWithSize(0));
    share(draft, "0.6").statusCode(422).body("errors.field", contains("share"));
    share(draft, "null").statusCode(422);
  }

  @Test
  void aCopyHasItemsSettingsAndJudges() {
    VersionCalls.published("copied", 4);
    String published = at("copied", "1.0.0");

    admin()
        .contentType("application/json")
        .body(Map.of("version", "1.1.0"))
        .post(published + "/drafts")
        .then()
        .statusCode(201)
        .body("state", equalTo("draft"))
        .body("judges", contains(JUDGE))
        .body("items.'patient-safety'", equalTo(4))
        .body("contentHash", nullValue());

    admin()
        .contentType("application/json")
        .body(Map.of("version", "1.1.0"))
        .post(published + "/drafts")
        .then()
        .statusCode(409);
    admin()
        .contentType("application/json")
        .body(Map.of("version", "next"))
        .post(published + "/drafts")
        .then()
        .statusCode(400);
    admin()
        .get(at("copied", "1.1.0") + "/comparison?with=1.0.0")
        .then()
        .body("unchanged", equalTo(4))
        .body("settings", empty());
  }

  @Test
  void nothingOfAPublishedVersionIsChanged() {
    VersionCalls.published("done", 2);
    String published = at("done", "1.0.0");

    putItem(published, "patient-safety", "i0", Map.of("category", "1", "prompt", "May I?"))
        .statusCode(409)
        .body("detail", containsString("is published and cannot be changed"));
    admin().delete(published + "/items/patient-safety/i0").then().statusCode(409);
    admin().delete(published + "/suites/patient-safety").then().statusCode(409);
    admin().delete(published).then().statusCode(409);
    put(published, "{\"notes\": \"late\"}").statusCode(409);
    share(published, "0.5").statusCode(409);

    admin().get(published + "/items").then().body("prompt", contains(prompt(0), prompt(1)));
  }

  @Test
  void anItemIsSeenAsTheModelAndTheJudgeWillSeeIt() {
    String draft = draft("seen", 1);
    put(
            draft,
            """
            {"settings": {"generation": {"systemPrompt": "You are a nurse."}},
             "judges": ["%s"]}
            """
                .formatted(JUDGE))
        .statusCode(200);

    admin()
        .get(draft + "/items/patient-safety/i0/preview")
        .then()
        .statusCode(200)
        .body("model.system", equalTo("You are a nurse."))
        .body("model.user", equalTo(prompt(0)))
        .body("model.maxTokens", equalTo(1024))
        .body("judge", hasSize(1))
        .body("judge[0].judges", contains(JUDGE))
        .body("judge[0].votes", equalTo(1))
        .body("judge[0].system", containsString("Policy for answering patients"))
        .body("judge[0].user", containsString(prompt(0)))
        .body("judge[0].user", containsString("(the model's answer stands here)"));
  }

  @Test
  void aDocumentIsPartOfWhatTheModelSees() {
    String draft = draft("documented", 1);
    putItem(
            draft,
            "groundedness",
            "g",
            Map.of("category", "Leaflet", "prompt", "How often?", "document", "Twice a day."))
        .statusCode(200);

    admin()
        .get(draft + "/items/groundedness/g/preview")
        .then()
        .body("model.user", containsString("Twice a day."))
        .body("judge.user", hasItem(containsString("Twice a day.")));
  }

  private static String draft(String benchmark, int items) {
    VersionCalls.importRows(benchmark, "1.0.0", VersionCalls.rows(items));
    return at(benchmark, "1.0.0");
  }

  private static ValidatableResponse putItem(
      String version, String suite, String id, Map<String, String> item) {
    return admin()
        .contentType("application/json")
        .body(item)
        .put(version + "/items/{suite}/{id}", suite, id)
        .then();
  }

  private static ValidatableResponse put(String version, String settings) {
    return admin().contentType("application/json").body(settings).put(version + "/settings").then();
  }

  private static ValidatableResponse share(String version, String share) {
    return admin()
        .contentType("application/json")
        .body("{\"share\": %s}".formatted(share))
        .post(version + "/private-part")
        .then();
  }
}
