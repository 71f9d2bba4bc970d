package org.primum.leaderboard.sharing;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hibernate.Session;
import org.jbibtex.BibTeXParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.EvaluationState;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

/** What leaves the pages for other people's pages and programs, with names as strangers choose. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class SharingTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Evaluations evaluations;
  private final BenchmarkVersions versions;
  private final Session database;

  SharingTest(Evaluations evaluations, BenchmarkVersions versions, Session database) {
    this.evaluations = evaluations;
    this.versions = versions;
    this.database = database;
  }

  static List<String> hostileNames() {
    return List.of(
        "<script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "]]></title><script>alert(1)</script>",
        "=cmd()|'/c calc'!A1",
        "\u202Egnp.exe\u2066 \u200Fabc",
        "javascript:alert(1)",
        "}, author = {\\input{x}} @misc{",
        "title: [\"x\"]\n- y: &anchor !!java/object",
        "a\u0000b\u0001c\uFFFFd\u0085e\u2028f",
        "😀 עברית العربية 日本語",
        "M".repeat(1 << 20));
  }

  private EvaluationChanged taken(String name, String group, boolean simulated) {
    EvaluationChanged sample = new EvaluationSample(group, group).missingEvery(9).message();
    ModelCard card = sample.model();
    EvaluationChanged named =
        new EvaluationChanged(
            sample.id(),
            sample.revision(),
            sample.state(),
            new ModelCard(
                card.id(), name, name, card.provider(), name, name, simulated, card.family()),
            sample.owner(),
            sample.benchmark(),
            sample.version(),
            sample.privateItems(),
            group,
            List.of(name),
            sample.asked(),
            sample.answered(),
            sample.scored(),
            sample.failed(),
            sample.failures(),
            sample.createdAt(),
            sample.startedAt(),
            sample.finishedAt(),
            sample.suites(),
            sample.origin(),
            sample.repeats(),
            sample.panel(),
            sample.publicSuites(),
            sample.privateSuites());
    evaluations.take(named);
    return named;
  }

  private static String key(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aHostileNameDoesNoHarm(String name) throws Exception {
    String storable = name.replace("\u0000", "");
    EvaluationChanged evaluation = taken(storable, key(name), false);
    String model = "/models/" + evaluation.model().id();

    Response badge = get(model + "/badge.svg");
    Response card = get(model + "/card");
    Response feed = get("/feed.atom");
    Response cite = get("/evaluations/" + evaluation.id() + "/cite.bib");

    Element svg = xml(badge.asString());
    assertThat(elements(svg)).containsOnly("svg", "title", "clipPath", "rect", "g", "text");
    assertThat(badge.asString()).hasSizeLessThan(3_000);
    Document framed = Jsoup.parse(card.asString());
    assertThat(framed.select("script, svg, img, iframe, [onload], [style]")).isEmpty();
    assertThat(framed.select("a[href]").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.endsWith(model));
    assertThat(card.asString()).hasSizeLessThan(8_000);
    assertThat(elements(xml(feed.asString())))
        .containsOnly(
            "feed",
            "id",
            "title",
            "updated",
            "link",
            "author",
            "name",
            "uri",
            "entry",
            "published",
            "summary");
    assertThat(feed.asString()).hasSizeLessThan(60_000);
    assertThat(new BibTeXParser().parse(new StringReader(cite.asString())).getObjects()).hasSize(1);
    for (Response response : List.of(badge, card, feed, cite)) {
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.asString()).doesNotContain("\u202E", "\u2066", "\u200F", "\u0001");
      assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(response.header("Set-Cookie")).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aHostileVersionDoesNoHarm(String hostile) {
    String storable = "version " + hostile.replace("\u0000", "").replace("/", "|");
    if (storable.length() > 2_000) {
      return; // No such address can be asked for.
    }
    versions.take(
        new BenchmarkChanged(
            storable,
            storable,
            "published",
            false,
            "hash",
            Map.of("patient-safety", 10),
            List.of(storable),
            Samples.NOW,
            null,
            storable,
            null,
            null));

    String name = Formatting.encoded(storable);
    String address = "/benchmarks/" + name + "/" + name;
    Document page = Jsoup.parse(encoded(address).asString());
    String dataset = encoded(address + "/dataset.jsonld").asString();
    String cff = encoded(address + "/CITATION.cff").asString();
    Response zip = encoded(address + "/archive.zip");

    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("script").attr("type")).isEqualTo("application/ld+json");
    assertThat(Json.read(page.select("script").html(), JsonNode.class))
        .isEqualTo(Json.read(dataset, JsonNode.class));
    assertThat(dataset).doesNotContain("<");
    assertThat(page.select("svg[onload], meta[content=javascript]")).isEmpty();
    assertThat(new Yaml().<Map<String, Object>>load(cff)).hasSize(10);
    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.header("Content-Disposition")).matches("attachment; filename=\"[\\w.-]+\"");
  }

  private static Response encoded(String address) {
    return given().urlEncodingEnabled(false).get(address);
  }

  private static Element xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  private static List<String> elements(Element root) {
    List<String> names = new ArrayList<>(List.of(root.getLocalName()));
    NodeList inside = root.getElementsByTagName("*");
    for (int at = 0; at < inside.getLength(); at++) {
      names.add(inside.item(at).getLocalName());
    }
    return names;
  }

  /** The rules of RFC 4287, section 4.1 and 4.2. */
  @Test
  void theFeedKeepsToTheRules() throws Exception {
    forgetOthers();
    EvaluationChanged complete = taken("Fed", "atom-complete", true);
    EvaluationChanged failed = Samples.unscored("Fed and failed", "atom-failed", 3);
    evaluations.take(failed);
    evaluations.take(Samples.evaluation("Not fed", "atom-run", EvaluationState.RUNNING, 1, 1));

    Response response = get("/feed.atom");

    assertThat(response.contentType()).isEqualTo("application/atom+xml;charset=UTF-8");
    Element feed = xml(response.asString());
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(children(feed, "id")).hasSize(1);
    assertThat(children(feed, "title")).hasSize(1);
    assertThat(children(feed, "updated")).hasSize(1);
    assertThat(children(feed, "author").getFirst().getTextContent()).startsWith("Primum");
    assertThat(links(feed, "self")).hasSize(1).first().asString().endsWith("/feed.atom");
    assertThat(links(feed, "alternate")).hasSize(1);
    List<Element> entries = children(feed, "entry");
    HashSet<String> ids = new HashSet<>();
    Instant last = Instant.MAX;
    Instant newest = Instant.MIN;
    for (Element entry : entries) {
      String id = text(entry, "id");
      assertThat(id)
          .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
      assertThat(ids.add(id)).as("%s comes once", id).isTrue();
      Instant published = Instant.parse(text(entry, "published"));
      assertThat(published).isBeforeOrEqualTo(last);
      last = published;
      Instant updated = Instant.parse(text(entry, "updated"));
      assertThat(updated).isAfterOrEqualTo(published);
      newest = updated.isAfter(newest) ? updated : newest;
      assertThat(text(entry, "title")).isNotBlank();
      assertThat(links(entry, "alternate")).hasSize(1).allMatch(link -> link.startsWith("http"));
      assertThat(children(entry, "summary")).hasSize(1);
    }
    assertThat(Instant.parse(text(feed, "updated"))).isEqualTo(newest);
    assertThat(ids)
        .contains("urn:uuid:" + complete.id(), "urn:uuid:" + failed.id())
        .hasSizeLessThanOrEqualTo(50);
    assertThat(response.asString())
        .contains("Fed on whole-protocol 1.0.0: Complete", "A simulated model.", ": Failed")
        .doesNotContain("Not fed");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (int at = 0; at < parent.getChildNodes().getLength(); at++) {
      if (parent.getChildNodes().item(at) instanceof Element child
          && child.getLocalName().equals(name)
          && ATOM.equals(child.getNamespaceURI())) {
        found.add(child);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    assertThat(children(parent, name)).as(name).hasSize(1);
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<String> links(Element parent, String relation) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void aBadgeShowsTheWeakestPerspectiveWithItsInterval() {
    EvaluationChanged evaluation = taken("Badged", "badged", false);
    Side weakest = Headline.of(evaluation).orElseThrow();

    String badge = get("/models/" + evaluation.model().id() + "/badge.svg").asString();

    assertThat(badge)
        .contains(
            ">" + Headline.words(weakest) + "</text>",
            ">whole-protocol 1.0.0</text>",
            ">Primum</text>",
            "<title id=\"title\">Badged, Primum, ");
    assertThat(Headline.all(evaluation))
        .hasSize(5)
        .allMatch(side -> side.good().value() >= weakest.good().value());
  }

  @Test
  void whatWasWithdrawnSaysSoAndIsNoResult() {
    forgetOthers();
    EvaluationChanged evaluation = taken("Taken back", "taken-back", false);
    Instant later = Samples.NOW.plusSeconds(3_600);
    evaluations.take(evaluation.withdrawn(evaluation.revision() + 1, later, "Another model."));
    String model = "/models/" + evaluation.model().id();

    assertThat(get(model + "/badge.svg").asString()).contains("no result yet");
    assertThat(get(model + "/card").asString()).contains("No result yet");
    assertThat(get("/feed.atom").asString())
        .contains("Taken back on whole-protocol 1.0.0: Withdrawn", "<updated>" + later);
    assertThat(get("/evaluations/" + evaluation.id() + "/cite.bib").asString())
        .contains("withdrawn by its owner");
    assertThat(get("/board.csv?group=taken-back").asString()).doesNotContain("Taken back");
  }

  @Test
  void aSimulatedModelSaysSo() {
    String model = "/models/" + taken("Pretended", "pretended", true).model().id();

    assertThat(get(model + "/badge.svg").asString()).contains(">Primum · simulated</text>");
    assertThat(get(model + "/card").asString()).contains("simulated", "nothing about any real one");
  }

  @Test
  void aModelWithoutAResultHasABadgeAndACard() {
    EvaluationChanged failed = Samples.unscored("Nothing to show", "no-badge", 3);
    evaluations.take(failed);
    EvaluationChanged imported =
        new EvaluationSample("Only imported", "imp-badge").imported().message();
    evaluations.take(imported);

    for (EvaluationChanged evaluation : List.of(failed, imported)) {
      String model = "/models/" + evaluation.model().id();
      assertThat(get(model + "/badge.svg").asString()).contains("no result yet");
      assertThat(get(model + "/card").asString()).contains("No result yet");
    }
  }

  @Test
  void onlyTheCardMayBeFramed() {
    String model = "/models/" + taken("Framed", "framed", false).model().id();

    assertThat(get(model + "/card").headers().getValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors *", "form-action 'none'")
        .doesNotContain("unsafe", "script-src");
    String nobody = "/models/" + UUID.randomUUID() + "/card";
    for (String address :
        List.of("/", model, model + "/badge.svg", model + "/cards", nobody, "/data")) {
      assertThat(get(address).headers().getValues("Content-Security-Policy"))
          .as(address)
          .singleElement()
          .asString()
          .contains("frame-ancestors 'none'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/evaluations/{e}", "/models/{m}", "/benchmarks/previewed/1.0.0"})
  void pagesSayWhatAPreviewShows(String address) {
    versions.take(Samples.published("previewed"));
    EvaluationChanged evaluation = taken("Previewed", "previewed", false);
    String path =
        address
            .replace("{e}", evaluation.id().toString())
            .replace("{m}", evaluation.model().id().toString());

    Document page = Jsoup.parse(get(path).asString());

    assertThat(page.select("meta[property=og:title]").attr("content")).isNotBlank();
    assertThat(page.select("meta[property=og:description]").attr("content"))
        .hasSizeBetween(40, 400);
    assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
    assertThat(page.select("meta[property=og:url]").attr("content"))
        .startsWith("http")
        .endsWith(path);
    assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary");
    assertThat(page.select("link[rel=alternate][type=application/atom+xml]")).hasSize(1);
  }

  @Test
  void aVersionIsDescribedAsADataSet() {
    versions.take(Samples.published("described"));

    JsonNode dataset =
        Json.read(get("/benchmarks/described/1.0.0/dataset.jsonld").asString(), JsonNode.class);

    assertThat(dataset.get("@type").asText()).isEqualTo("Dataset");
    assertThat(dataset.get("name").asText()).startsWith("described 1.0.0");
    assertThat(dataset.get("description").asText()).hasSizeBetween(50, 5_000);
    assertThat(dataset.at("/distribution/0/contentUrl").asText())
        .endsWith("/benchmarks/described/1.0.0/archive.zip");
    assertThat(dataset.get("license").asText()).endsWith("/data#licence");
  }

  @Test
  void addressesFollowTheRequest() {
    String feed = given().header("Host", "primum.example.org").get("/feed.atom").asString();

    assertThat(feed).contains("href=\"http://primum.example.org/feed.atom\"");
  }

  /** The feed has room for the newest only, and other tests fill it. */
  private void forgetOthers() {
    QuarkusTransaction.requiringNew()
        .run(() -> database.createNativeMutationQuery("delete from evaluation").executeUpdate());
  }
}
