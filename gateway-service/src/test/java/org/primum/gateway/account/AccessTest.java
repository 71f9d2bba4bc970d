package org.primum.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Json;

/** Who is let in where: 401 signed out, 403 in the wrong role, anything else means let in. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class AccessTest {

  /** Method and path of each row below. */
  private static final List<String> LET_IN =
      Arrays.stream(AccessTest.class.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(CsvSource.class))
          .flatMap(method -> Arrays.stream(method.getAnnotation(CsvSource.class).value()))
          .map(row -> row.split(",\\s*", 3))
          .map(cells -> cells[0] + " " + cells[1])
          .toList();

  private static final String SOME_ID = "/3f1de7a4-6a0f-4f4f-8a6e-5d9f3f0a0001";

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/models,                         401, in,  403, in,  403",
    "GET,  /api/v1/models,                         401, in,  403, in,  403",
    "GET,  /api/v1/models/ID,                      401, in,  403, in,  403",
    "POST, /api/v1/models/drafts,                  401, in,  403, in,  403",
    "PUT,  /api/v1/models/drafts/ID,               401, in,  403, in,  403",
    "DELETE, /api/v1/models/drafts/ID,             401, in,  403, in,  403",
    "POST, /api/v1/models/drafts/ID/test,          401, in,  403, in,  403",
    "POST, /api/v1/models/drafts/ID/accept,        401, in,  403, in,  403",
    "POST, /api/v1/models/ID/withdraw,             401, in,  403, in,  403",
    "GET,  /api/v1/models/ID/evaluations,          in,  in,  in,  in,  in",
    "GET,  /api/v1/judges,                         401, 403, 403, in,  403",
    "PUT,  /api/v1/judges/j,                       401, 403, 403, in,  403",
    "POST, /api/v1/benchmarks/b/versions,          401, 403, 403, in,  403",
    "POST, /api/v1/benchmarks/b/versions/1/publish, 401, 403, 403, in, 403",
    "POST, /api/v1/benchmarks/b/versions/1/retire, 401, 403, 403, in,  403",
    "GET,  /api/v1/benchmarks,                     in,  in,  in,  in,  in",
    "GET,  /api/v1/benchmarks/b/versions/1/items,  401, 403, 403, in,  403",
    "GET,  /api/v1/benchmarks/b/versions/1,        in,  in,  in,  in,  in",
    "DELETE, /api/v1/benchmarks/b/versions/1,      401, 403, 403, in,  403",
    "GET,  /api/v1/benchmarks/b/versions/1/use,    401, 403, 403, in,  403",
    "GET,  /api/v1/benchmarks/b/versions/1/items/s/i, 401, 403, 403, in, 403",
    "PUT,  /api/v1/benchmarks/b/versions/1/items/s/i, 401, 403, 403, in, 403",
    "DELETE, /api/v1/benchmarks/b/versions/1/items/s/i, 401, 403, 403, in, 403",
    "GET,  /api/v1/benchmarks/b/versions/1/items/s/i/preview, 401, 403, 403, in, 403",
    "DELETE, /api/v1/benchmarks/b/versions/1/suites/s, 401, 403, 403, in, 403",
    "GET,  /api/v1/benchmarks/b/versions/1/settings, 401, 403, 403, in, 403",
    "PUT,  /api/v1/benchmarks/b/versions/1/settings, 401, 403, 403, in, 403",
    "POST, /api/v1/benchmarks/b/versions/1/private-part, 401, 403, 403, in, 403",
    "GET,  /api/v1/benchmarks/b/versions/1/findings, 401, 403, 403, in, 403",
    "GET,  /api/v1/benchmarks/b/versions/1/comparison, 401, 403, 403, in, 403",
    "POST, /api/v1/benchmarks/b/versions/1/drafts, 401, 403, 403, in,  403",
    "GET,  /api/v1/benchmarks/b/versions/1/archive, 401, 403, 403, in, 403",
    "POST, /api/v1/benchmarks/archives,            401, 403, 403, in,  403",
    "POST, /api/v1/benchmarks/b/imports,           401, 403, 403, in,  403",
    "POST, /api/v1/benchmarks/b/imports/ID,        401, 403, 403, in,  403",
    "DELETE, /api/v1/benchmarks/b/imports/ID,      401, 403, 403, in,  403",
    "POST, /api/v1/evaluations,                    401, in,  403, in,  403",
    "GET,  /api/v1/evaluations,                    in,  in,  in,  in,  in",
    "GET,  /api/v1/evaluations/ID,                 in,  in,  in,  in,  in",
    "POST, /api/v1/evaluations/ID/cancel,          401, in,  403, in,  403",
    "POST, /api/v1/evaluations/ID/withdraw,        401, in,  403, in,  403",
    "GET,  /api/v1/evaluations/ID/request,         401, in,  403, in,  403",
    "POST, /api/v1/evaluations/ID/limit,           401, in,  403, in,  403",
    "POST, /api/v1/evaluations/ID/conclude,        401, in,  403, in,  403",
    "POST, /api/v1/evaluations/estimate,           401, in,  403, in,  403",
    "GET,  /api/v1/evaluations/ID/records,         401, in,  in,  in,  403",
    "GET,  /api/v1/evaluations/ID/run,             401, in,  in,  in,  403",
    "GET,  /api/v1/evaluations/ID/metrics,         401, in,  in,  in,  403",
    "GET,  /api/v1/evaluations/ID/manifest,        401, in,  in,  in,  403",
    "POST, /api/v1/evaluations/imports,            401, 403, 403, in,  403",
    "GET,  /api/v1/leaderboard,                    in,  in,  in,  in,  in",
    "GET,  /api/v1/dead-letters,                   401, 403, 403, in,  403",
    "GET,  /api/v1/dead-letters/1,                 401, 403, 403, in,  403",
    "POST, /api/v1/dead-letters/1/retry,           401, 403, 403, in,  403",
    "POST, /api/v1/dead-letters/1/discard,         401, 403, 403, in,  403",
    "GET,  /api/v1/notifications,                  401, in,  403, in,  403",
    "PUT,  /api/v1/notifications/email,            401, in,  403, in,  403",
    "POST, /api/v1/notifications/email/confirm,    401, in,  403, in,  403",
    "POST, /api/v1/notifications/webhooks,         401, in,  403, in,  403",
    "PUT,  /api/v1/notifications/recipients/ID,    401, in,  403, in,  403",
    "DELETE, /api/v1/notifications/recipients/ID,  401, in,  403, in,  403",
    "POST, /api/v1/notifications/recipients/ID/test, 401, in, 403, in, 403",
    "GET,  /api/v1/notifications/deliveries,       401, in,  403, in,  403",
    "GET,  /api/v1/notifications/deliveries/ID,    401, in,  403, in,  403",
    "POST, /api/v1/notifications/deliveries/ID/again, 401, in, 403, in, 403",
    "POST, /api/v1/notifications/unsubscribe,      in,  in,  in,  in,  in",
    "GET,  /api/v1/internal/endpoints/ID/credential, 401, 403, 403, 403, in",
    "GET,  /api/v1/internal/judging-protocols/h,   401, 403, 403, 403, in",
    "GET,  /api/v1/internal/cancelled,              401, 403, 403, 403, in",
    "GET,  /api/v1/internal/evaluations/ID/items,  401, 403, 403, 403, in",
  })
  void letsIn(
      String method,
      String path,
      String signedOut,
      String submitter,
      String reviewer,
      String admin,
      String service) {
    String address = path.replace("/ID", SOME_ID);

    assertThat(answer(null, method, address)).as("signed out").isEqualTo(signedOut);
    assertThat(answer("submitter", method, address)).as("submitter").isEqualTo(submitter);
    assertThat(answer("reviewer", method, address)).as("reviewer").isEqualTo(reviewer);
    assertThat(answer("admin", method, address)).as("admin").isEqualTo(admin);
    assertThat(answer("service", method, address)).as("service").isEqualTo(service);
  }

  /** A call that is added has to be let in above, too. */
  @Test
  void everyCallIsAmongThem() {
    JsonNode paths =
        Json.read(given().get("/q/openapi?format=json").asString(), JsonNode.class).get("paths");

    List<String> calls =
        paths.properties().stream()
            .filter(path -> path.getKey().startsWith("/api/"))
            .flatMap(path -> methods(path.getValue()).map(method -> method + " " + path.getKey()))
            .toList();

    assertThat(calls)
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(LET_IN)
                    .anyMatch(row -> row.matches(call.replaceAll("\\{[^}]*}", "[^/]+"))));
  }

  private static Stream<String> methods(JsonNode path) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(path.fieldNames(), Spliterator.ORDERED), false)
        .filter(field -> !field.equals("parameters"))
        .map(method -> method.toUpperCase(Locale.ROOT));
  }

  private static String answer(String role, String method, String address) {
    RequestSpecification request = given();
    if (role != null) {
      request.header(TestCallers.HEADER, role + "/" + role);
    }
    if (address.endsWith("/versions")
        || address.endsWith("/imports")
        || address.endsWith("/archives")) {
      request.multiPart("version", "1.0.0");
    } else if (!method.equals("GET")) {
      request.contentType("application/json");
    }
    int status = request.request(method, address).statusCode();
    assertThat(status).isLessThan(500);
    return status == 401 || status == 403 ? Integer.toString(status) : "in";
  }
}
