package org.primum.leaderboard.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@WithTestResource(FakeKeycloak.class)
class SignOutTest {

  private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
  private static final Logger LOG = Logger.getLogger(ProviderSession.class.getName());

  private final Warnings warnings = new Warnings();
  private final Map<String, String> cookies = new HashMap<>();
  private final String secret;

  SignOutTest(@ConfigProperty(name = "PRIMUM_UI_CLIENT_SECRET") String secret) {
    this.secret = secret;
  }

  @BeforeEach
  void signIn() {
    LOG.addHandler(warnings);
    String provider = open("/sign-in").header("Location");
    Matcher state = STATE.matcher(provider);
    assertThat(state.find()).isTrue();
    open("/sign-in?code=code-1&state=" + state.group(1));
    assertThat(open("/").asString()).contains("Signed in as");
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(warnings);
  }

  @Test
  void theIdentityProviderIsToldWithoutTheBrowser() {
    FakeKeycloak.answersLogout(204);

    Response redirect = signOut();

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(URI.create(redirect.header("Location")))
        .hasHost("localhost")
        .hasPath("/")
        .hasNoQuery();
    assertThat(FakeKeycloak.logout())
        .startsWith("POST /realms/primum/protocol/openid-connect/logout ")
        .contains(
            "client_id=primum-ui",
            "client_secret=" + secret,
            "refresh_token=" + FakeKeycloak.REFRESH_TOKEN);
    assertThat(open("/").asString()).contains("Sign in").doesNotContain("Signed in as");
    assertThat(warnings.messages).isEmpty();
  }

  @Test
  void theSessionHereEndsWhateverTheIdentityProviderSays() {
    FakeKeycloak.answersLogout(500);

    Response redirect = signOut();

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(open("/").asString()).contains("Sign in").doesNotContain("Signed in as");
    assertThat(warnings.messages)
        .singleElement()
        .asString()
        .contains("answered 500")
        .doesNotContain(FakeKeycloak.REFRESH_TOKEN, secret);
  }

  @Test
  void aSessionThatCannotBeUsedEndsToo() {
    FakeKeycloak.answersLogout(204);
    cookies.replaceAll((name, value) -> name.startsWith("q_session") ? "broken" : value);

    signOut();

    assertThat(cookies).doesNotContainKey("q_session");
    assertThat(FakeKeycloak.logout()).isNull();
  }

  private Response signOut() {
    Matcher token = CSRF.matcher(open("/").asString());
    String csrf = token.find() ? token.group(1) : cookies.get("csrf-token");
    return kept(
        given()
            .redirects()
            .follow(false)
            .cookies(cookies)
            .formParam("csrf-token", csrf)
            .post("/sign-out"));
  }

  private Response open(String address) {
    return kept(
        given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies).get(address));
  }

  /** Keeps cookies as a browser does; one that is taken back comes with an age of nothing. */
  private Response kept(Response response) {
    response
        .detailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
              } else {
                cookies.put(cookie.getName(), cookie.getValue());
              }
            });
    return response;
  }

  private static final class Warnings extends Handler {

    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      messages.add(
          record.getParameters() == null
              ? record.getMessage()
              : record.getMessage().formatted(record.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
