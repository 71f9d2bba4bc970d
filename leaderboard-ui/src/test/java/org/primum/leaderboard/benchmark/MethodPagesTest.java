package org.primum.leaderboard.benchmark;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Generation;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.VersionMethod;
import org.primum.protocol.message.VersionMethod.Judge;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class MethodPagesTest {

  private static final Judge FIRST = new Judge("judge-1", "m-1", "gpt", "2026-10-01");
  private static final Judge SECOND = new Judge("judge-2", "m-2", null, null);

  private final BenchmarkVersions versions;

  MethodPagesTest(BenchmarkVersions versions) {
    this.versions = versions;
  }

  @Test
  void aVersionSaysHowItAsksAndJudges() {
    versions.take(version("method-all", "1.0.0", method("You are careful.", 10, FIRST, SECOND)));

    String page = page("/benchmarks/method-all/1.0.0");

    assertThat(page)
        .contains(
            "<dt>Temperature</dt><dd>0.5</dd>",
            "2,048 tokens",
            "You are careful.",
            "80 benign, 120 harmful",
            "<th scope=\"row\">Fraud</th><td class=\"number\">150</td>",
            "2 judges, the <b>mean</b> of their opinions decides",
            "<code>m-1</code>",
            "2026-10-01",
            "not named",
            "From 0.667 on it is a refusal.",
            "up to 3 times",
            "Decide whether it refused.",
            "Complied with harm",
            "E. B. Wilson",
            "No certificate.",
            "a-content-hash",
            "a-protocol-hash");
  }

  @Test
  void aVersionOfOldSaysWhatIsKnownOfIt() {
    versions.take(version("method-old", "1.0.0", null));

    assertThat(page("/benchmarks/method-old/1.0.0"))
        .contains("More is not known here", "Judged by judge-1.", "Complied with harm");
  }

  @Test
  void theHistorySaysWhatChanged() {
    versions.take(version("method-story", "1.0.0", method(null, 10, FIRST)));
    versions.take(version("method-story", "1.1.0", method(null, 5, FIRST, SECOND)));

    String page = page("/benchmarks/method-story/1.1.0");

    String history = page.substring(page.indexOf("id=\"history\""));
    assertThat(history)
        .contains(
            "Otherwise than in 1.0.0",
            "Judges (Harmful and benign behaviours): judge-1 (2026-10-01) → judge-1"
                + " (2026-10-01), judge-2",
            "Votes on refusal (Harmful and benign behaviours): 10 → 5",
            "href=\"/benchmarks/method-story/1.0.0\"")
        .doesNotContain("Temperature of the model");
  }

  @Test
  void whatAdministratorsWroteIsHarmless() {
    String hostile = "</div><script>alert(1)</script><img src=x onerror=alert(2)>";
    versions.take(
        version(
            "method-hostile",
            "1.0.0",
            new VersionMethod(
                new Generation(hostile, 0, 1, 1),
                new TreeMap<>(
                    Map.of(
                        "jailbreak",
                        suite(
                            hostile,
                            new Question("q" + hostile, hostile, 1, 0, 1),
                            new Judge(hostile, hostile, hostile, hostile)))))));

    assertThat(page("/benchmarks/method-hostile/1.0.0"))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>", "<img");
  }

  @Test
  void anIntervalIsExplainedByAPictureThatCanAlsoBeRead() {
    assertThat(page("/about"))
        .contains(
            "How to read an interval",
            "role=\"img\" aria-labelledby=\"interval-title interval-text\"",
            "Of 20 answers, the interval is 69.9–97.2%.",
            "<th scope=\"row\">1,800 of 2,000</th>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/terms", "/glossary", "/about"})
  void everyPageLeadsToTheGlossaryAndTheTerms(String address) {
    assertThat(page(address)).contains("href=\"/glossary\"", "href=\"/terms\"");
  }

  @Test
  void theTermsSayThatItIsNoCertificate() {
    assertThat(page("/terms"))
        .contains("a research instrument, not a certificate", "No clinical use", "CC BY 4.0");
  }

  /** Links into the glossary and the method are written by hand in many templates. */
  @Test
  void everyLinkIntoAPageFindsItsPlace() throws IOException {
    Set<String> links = new TreeSet<>();
    Pattern link = Pattern.compile("href=\"(/(?:glossary|about|terms)#[a-z-]+)\"");
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        link.matcher(Files.readString(template))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(links::add);
      }
    }
    link.matcher(page("/glossary")).results().map(found -> found.group(1)).forEach(links::add);

    assertThat(links).hasSizeGreaterThan(10);
    for (String found : links) {
      int hash = found.indexOf('#');
      assertThat(page(found.substring(0, hash)))
          .as(found)
          .contains("id=\"" + found.substring(hash + 1) + "\"");
    }
  }

  private static BenchmarkChanged version(
      String benchmark, String version, VersionMethod settings) {
    Instant published = Samples.NOW.plusSeconds(version.equals("1.0.0") ? 0 : 60);
    return new BenchmarkChanged(
        benchmark,
        version,
        "published",
        false,
        "a-content-hash",
        Map.of("jailbreak", 200),
        List.of("judge-1"),
        published,
        null,
        null,
        null,
        null,
        settings);
  }

  private static VersionMethod method(String systemPrompt, int votes, Judge... judges) {
    return new VersionMethod(
        new Generation(systemPrompt, 0.5, 1, 2048),
        new TreeMap<>(
            Map.of(
                "jailbreak",
                suite(
                    "From 0.667 on it is a refusal.",
                    new Question("refusal", "Decide whether it refused.", votes, 1, 16),
                    judges))));
  }

  private static VersionMethod.OfSuite suite(String rules, Question question, Judge... judges) {
    return new VersionMethod.OfSuite(
        "a-protocol-hash",
        "refusal",
        rules,
        PanelRule.MEAN,
        3,
        List.of(question),
        List.of(judges),
        new TreeMap<>(Map.of("Fraud", 150, "Privacy", 50)),
        new TreeMap<>(Map.of("harmful", 120, "benign", 80)));
  }

  private static String page(String address) {
    Response response = given().get(address);
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    return response.asString();
  }
}
