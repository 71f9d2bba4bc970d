package org.primum.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Json;

/** The OpenAPI document says what there is, and hangs together. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class OpenApiTest {

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final String VERSION = "/api/v1/benchmarks/{benchmark}/versions/{version}";

  @Test
  void everyCallOnVersionsIsThere() {
    JsonNode paths = document().path("paths");

    assertThat(paths.properties().stream().map(Map.Entry::getKey))
        .contains(
            "/api/v1/benchmarks",
            "/api/v1/benchmarks/archives",
            "/api/v1/benchmarks/{benchmark}/imports",
            "/api/v1/benchmarks/{benchmark}/imports/{id}",
            "/api/v1/benchmarks/{benchmark}/versions",
            VERSION,
            VERSION + "/archive",
            VERSION + "/comparison",
            VERSION + "/drafts",
            VERSION + "/findings",
            VERSION + "/items",
            VERSION + "/items/{suite}/{id}",
            VERSION + "/items/{suite}/{id}/preview",
            VERSION + "/private-part",
            VERSION + "/publish",
            VERSION + "/retire",
            VERSION + "/settings",
            VERSION + "/suites/{suite}",
            VERSION + "/use");
  }

  @Test
  void everyCallOnDeadLettersIsThere() {
    JsonNode paths = document().path("paths");

    assertThat(paths.properties().stream().map(Map.Entry::getKey))
        .contains(
            "/api/v1/dead-letters",
            "/api/v1/dead-letters/{id}",
            "/api/v1/dead-letters/{id}/retry",
            "/api/v1/dead-letters/{id}/discard");
  }

  @Test
  void everyParameterOfAPathIsDeclared() {
    JsonNode paths = document().path("paths");

    assertThat(paths.properties())
        .allSatisfy(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (operation.getValue().has("responses")) {
                            assertThat(declared(path.getValue(), operation.getValue()))
                                .as("%s %s", operation.getKey(), path.getKey())
                                .containsAll(
                                    PARAMETER
                                        .matcher(path.getKey())
                                        .results()
                                        .map(match -> match.group(1))
                                        .toList());
                          }
                        }));
  }

  @Test
  void everythingReferredToIsThere() {
    JsonNode document = document();
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  private static TreeSet<String> declared(JsonNode path, JsonNode operation) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode parameters : List.of(path.path("parameters"), operation.path("parameters"))) {
      parameters.forEach(
          parameter -> {
            if ("path".equals(parameter.path("in").asText())) {
              names.add(parameter.path("name").asText());
            }
          });
    }
    return names;
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.has("$ref")) {
      references.add(node.get("$ref").asText());
    }
    node.forEach(child -> collect(child, references));
  }

  private static JsonNode document() {
    return Json.read(
        given().get("/q/openapi?format=json").then().statusCode(200).extract().asString(),
        JsonNode.class);
  }
}
