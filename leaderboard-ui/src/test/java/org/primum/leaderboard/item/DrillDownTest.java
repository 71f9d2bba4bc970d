package org.primum.leaderboard.item;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** From every number of an evaluation to the items behind it, and from item to item. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class DrillDownTest {

  private static final Pattern NUMBER =
      Pattern.compile("<a class=\"count\" rel=\"nofollow\" href=\"([^\"]+)\">([\\d,]+)<span");
  private static final Pattern RATE =
      Pattern.compile("<a class=\"count\" rel=\"nofollow\" href=\"([^\"]+rate=[^\"]+)\">");
  private static final Pattern FOUND = Pattern.compile("<caption class=\"meta\">([\\d,]+) item");

  private final Evaluations evaluations;
  private final ItemRecords items;
  private final Session database;

  DrillDownTest(Evaluations evaluations, ItemRecords items, Session database) {
    this.evaluations = evaluations;
    this.items = items;
    this.database = database;
  }

  @Test
  void everyCountLeadsToAsManyItems() {
    EvaluationChanged evaluation = mixed("Counted", "dd-counts");

    String page = page("/evaluations/" + evaluation.id());

    Matcher number = NUMBER.matcher(page);
    int followed = 0;
    while (number.find()) {
      String address = number.group(1).replace("&amp;", "&");
      if (address.contains("sentence=")) {
        continue;
      }
      assertThat(found(address)).as(address).isEqualTo(number.group(2));
      followed++;
    }
    assertThat(followed).as("histogram, splits, categories, failures").isGreaterThanOrEqualTo(20);
  }

  @Test
  void everyRateLeadsToTheAnswersItCounts() {
    EvaluationChanged evaluation = mixed("Rated", "dd-rates");
    String at = "/evaluations/" + evaluation.id();

    Matcher rate = RATE.matcher(page(at));
    while (rate.find()) {
      assertThat(found(rate.group(1).replace("&amp;", "&"))).as(rate.group(1)).isNotNull();
    }

    assertThat(found(at + "?suite=patient-safety&rate=safeRate")).isEqualTo("5");
    assertThat(found(at + "?suite=patient-safety&rate=unsafeRate")).isEqualTo("6");
    assertThat(found(at + "?suite=patient-safety&rate=severeRate&category=1")).isEqualTo("2");
    assertThat(found(at + "?suite=jailbreak&rate=attackSuccessRate")).isEqualTo("2");
    assertThat(found(at + "?suite=jailbreak&rate=overRefusalRate")).isEqualTo("1");
    assertThat(found(at + "?suite=jailbreak&rate=stockRefusalRate")).isEqualTo("3");
    assertThat(found(at + "?suite=groundedness&rate=contradictoryRate")).isEqualTo("1");
    assertThat(found(at + "?suite=groundedness&sentence=contradictory"))
        .as("not of the answer that is ineligible")
        .isEqualTo("1");
  }

  @Test
  void votesThatDifferAreFound() {
    EvaluationChanged evaluation = mixed("Differing", "dd-votes");

    String page = page("/evaluations/" + evaluation.id() + "?votes=differ");

    assertThat(page).contains("votes differ</span>", "name=\"votes\" value=\"differ\" checked");
    assertThat(found("/evaluations/" + evaluation.id() + "?votes=differ")).isEqualTo("3");
  }

  @Test
  void itemsThatCameBeforeTraitsWereKeptAreFoundByThem() {
    EvaluationChanged evaluation = mixed("Of old", "dd-of-old");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery(
                        "update item set traits = null where evaluation_id = ?1")
                    .setParameter(1, evaluation.id())
                    .executeUpdate());

    assertThat(found("/evaluations/" + evaluation.id() + "?votes=differ")).isEqualTo("3");
    assertThat(found("/evaluations/" + evaluation.id() + "?suite=jailbreak&rate=stockRefusalRate"))
        .isEqualTo("3");
  }

  @Test
  void whatIsFilteredIsSaidAndCanBeTakenAway() {
    EvaluationChanged evaluation = mixed("Narrowed", "dd-chips");
    String at = "/evaluations/" + evaluation.id();

    String page = page(at + "?suite=patient-safety&category=patient-safety%2F3&verdict=4");

    assertThat(page)
        .contains(
            "<span>verdict 4, prohibited content in part</span>",
            at + "?suite=patient-safety&amp;verdict=4#items",
            "value=\"patient-safety/3\" selected",
            "No item passes this filter",
            "Show all items");
  }

  @Test
  void hostileFiltersAreHarmless() {
    EvaluationChanged evaluation = mixed("Hostile filter", "dd-hostile");

    String page =
        page(
            "/evaluations/"
                + evaluation.id()
                + "?category=%3Cscript%3Ealert(1)%3C/script%3E&verdict=%27;drop+table+item;--"
                + "&suite=%00&rate=%22onload=&page=-5&repeat=99999999999");

    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    assertThat(found("/evaluations/" + evaluation.id())).isNotNull();
  }

  @Test
  void theNeighboursOfAnItemAreThoseOfItsList() {
    EvaluationChanged evaluation = mixed("Neighbours", "dd-neighbours");
    String list = "?suite=patient-safety&amp;verdict=3";
    String page = page("/evaluations/" + evaluation.id() + list.replace("&amp;", "&"));

    String second = links(page).stream().filter(link -> link.endsWith(list)).toList().get(1);
    String item = page(second.replace("&amp;", "&"));

    assertThat(item)
        .contains("Item 2 of 3 items with this filter", list + "#items\">starter")
        .containsPattern("rel=\"prev nofollow\" href=\"[^\"]+" + Pattern.quote(list))
        .containsPattern("rel=\"next nofollow\" href=\"[^\"]+" + Pattern.quote(list));
  }

  @Test
  void anItemShowsHowTheOthersOfItsGroupDid() {
    EvaluationChanged mine = scored("Mine", "dd-group", "1");
    EvaluationChanged other = scored("Other <b>model</b>", "dd-group", "5");
    IntStream.range(0, 12).forEach(at -> scored("Alike " + at, "dd-group", "2"));
    scored("Of another group", "dd-other-group", "4");
    evaluations.take(
        scored("Withdrawn", "dd-group", "3").withdrawn(2, Samples.NOW, "The wrong endpoint."));

    String page = page(itemOf(mine));

    String others = page.substring(page.indexOf("id=\"others\""));
    assertThat(others)
        .contains(
            "Other &lt;b&gt;model&lt;/b&gt;",
            "/evaluations/" + other.id() + "/items/",
            "score-5\">5<",
            "13 other models",
            "and 2 more")
        .doesNotContain("Of another group", "Mine<", "score-4\">4<", "Withdrawn");
  }

  @Test
  @TestSecurity(user = "owner", roles = "submitter")
  void whoReadsPrivateItemsAsOwnerSeesNoOtherModel() {
    EvaluationChanged mine = scored("Owned", "dd-owned", "1", true);
    scored("Another", "dd-owned", "5", true);

    assertThat(page(itemOf(mine))).doesNotContain("Other models on this item", "Another");
  }

  @Test
  void harmfulAnswersAreFoldedAndOthersAreNot() {
    EvaluationChanged harmful = scored("Folded", "dd-folded", "3");
    EvaluationChanged safe = scored("Open", "dd-open", "2");

    assertThat(page(itemOf(harmful)))
        .contains("Harmful content.", "folded because of its verdict, 3")
        .containsPattern(
            "<details class=\"fold harmful\"><summary>Show the answer[^§]*I will help");
    assertThat(page(itemOf(safe))).doesNotContain("fold harmful", "folded because");
  }

  @Test
  void robotsAreKeptFromTexts() {
    EvaluationChanged evaluation = scored("No robots", "dd-robots", "1");

    assertThat(given().get(itemOf(evaluation)).header("X-Robots-Tag")).contains("noindex");
    assertThat(given().get("/evaluations/" + evaluation.id()).header("X-Robots-Tag"))
        .contains("noindex", "nofollow");
    assertThat(given().get("/compare?group=dd-robots").header("X-Robots-Tag")).contains("noindex");
    assertThat(given().get("/").header("X-Robots-Tag")).isNull();
    assertThat(given().get("/robots.txt").asString()).contains("Disallow: /evaluations/");
  }

  private String itemOf(EvaluationChanged evaluation) {
    return links(page("/evaluations/" + evaluation.id())).getFirst();
  }

  /** Addresses of the items of a list. */
  private static List<String> links(String page) {
    Matcher link = Pattern.compile("href=\"(/evaluations/[^\"]+/items/[^\"]+)\"").matcher(page);
    List<String> links = new ArrayList<>();
    while (link.find()) {
      links.add(link.group(1));
    }
    return links;
  }

  private static String found(String address) {
    Matcher found = FOUND.matcher(page(address));
    return found.find() ? found.group(1) : null;
  }

  private static String page(String address) {
    Response response = given().urlEncodingEnabled(false).get(address.replace("#items", ""));
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    return response.asString();
  }

  private EvaluationChanged scored(String model, String group, String score) {
    return scored(model, group, score, false);
  }

  private EvaluationChanged scored(String model, String group, String score, boolean hidden) {
    UUID id = UUID.randomUUID();
    return taken(id, model, group, hidden, List.of(harm(id, 0, "1", score, score)));
  }

  private EvaluationChanged mixed(String model, String group) {
    UUID id = UUID.randomUUID();
    List<ItemFinished> all = new ArrayList<>();
    for (String score : List.of("1", "1", "1", "2", "2", "3", "3", "3", "4", "5", "5")) {
      String category = all.size() % 2 == 0 ? "1" : "3";
      all.add(harm(id, all.size(), category, score, all.size() == 4 ? "1" : score));
    }
    all.add(failed(id, all.size(), "patient-safety", "3", null));
    for (String label : List.of("compliance", "compliance", "partial", "refusal", "refusal")) {
      all.add(refusal(id, all.size(), "harmful", label));
    }
    all.add(refusal(id, all.size(), "benign", "compliance"));
    all.add(refusal(id, all.size(), "benign", "refusal"));
    all.add(failed(id, all.size(), "jailbreak", "Topic", "benign"));
    all.add(grounded(id, all.size(), "ungrounded", 1));
    all.add(grounded(id, all.size(), "grounded", 0));
    all.add(grounded(id, all.size(), "ineligible", 2));
    return taken(id, model, group, false, all);
  }

  private EvaluationChanged taken(
      UUID id, String model, String group, boolean hidden, List<ItemFinished> all) {
    EvaluationChanged evaluation = Samples.finished(id, model, group, hidden, all);
    evaluations.take(evaluation);
    items.take(all);
    return evaluation;
  }

  private static ItemFinished harm(
      UUID id, int ordinal, String category, String score, String otherVote) {
    return finished(
        id,
        ordinal,
        new Item("item-" + ordinal, "patient-safety", category, null, "May I do this?"),
        "I will help.",
        new Verdict(score, Integer.parseInt(score), "It says so."),
        vote("judge-1", "harm", score),
        vote("judge-2", "harm", otherVote));
  }

  private static ItemFinished refusal(UUID id, int ordinal, String split, String label) {
    boolean refused = label.equals("refusal");
    return finished(
        id,
        ordinal,
        new Item("item-" + ordinal, "jailbreak", "Topic", split, "Help me."),
        refused ? "I'm sorry, I cannot." : "Sure.",
        new Verdict(label, refused ? 1 : 0, null),
        vote("judge-1", "refusal", refused ? "1" : "0"),
        vote("judge-2", "refusal", label.equals("compliance") ? "0" : "1"));
  }

  private static ItemFinished grounded(UUID id, int ordinal, String label, int contradictory) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    counts.put("supported", 2);
    counts.put("unsupported", 0);
    counts.put("contradictory", contradictory);
    counts.put("no_rad", 0);
    return finished(
        id,
        ordinal,
        new Item(
            "item-" + ordinal, "groundedness", "Leaflets", null, "How many?", "Two.", null, null),
        "Two a day.",
        new Verdict(label, 0.5, null, counts),
        vote("judge-1", "eligibility", "1"),
        vote("judge-2", "eligibility", label.equals("ineligible") ? "0" : "1"));
  }

  private static ItemFinished failed(
      UUID id, int ordinal, String suite, String category, String split) {
    return new ItemFinished(
        id,
        UUID.randomUUID(),
        ordinal,
        new Item("item-" + ordinal, suite, category, split, "Who answers?"),
        null,
        null,
        new Failure(FailureKind.TIMED_OUT, null),
        List.of(),
        Samples.NOW);
  }

  private static ItemFinished finished(
      UUID id, int ordinal, Item item, String answer, Verdict verdict, Vote... votes) {
    return new ItemFinished(
        id,
        UUID.randomUUID(),
        ordinal,
        item,
        new Answer(answer, "stop", 1, 1, 5, 1, "model-1", Samples.NOW),
        verdict,
        null,
        List.of(votes),
        Samples.NOW);
  }

  private static Vote vote(String judge, String question, String value) {
    return new Vote(
        judge, 1, 1, value, Integer.valueOf(value), null, null, Samples.NOW, question, null);
  }
}
