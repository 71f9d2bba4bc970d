package org.primum.leaderboard.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens pages and sends their forms, as a browser does. */
public final class Forms {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  private Forms() {}

  /** A page that is there. */
  public static String page(String address) {
    Response response = given().urlEncodingEnabled(false).get(address);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.asString();
  }

  /** Sends a form that has been opened before. */
  public static Response send(String form, String action, Map<String, ?> input) {
    Response opened = given().get(form);
    return request(opened)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("csrf-token", token(opened))
        .formParams(input)
        .post(action);
  }

  /** Sends a form with a file. */
  static Response upload(
      String form, String action, Map<String, String> input, String fileName, String content) {
    Response opened = given().get(form);
    RequestSpecification request = request(opened).multiPart("csrf-token", token(opened));
    input.forEach(request::multiPart);
    if (fileName != null) {
      request.multiPart(
          "file", fileName, content.getBytes(StandardCharsets.UTF_8), "application/octet-stream");
    }
    return request.post(action);
  }

  private static RequestSpecification request(Response opened) {
    return given().redirects().follow(false).cookies(opened.cookies());
  }

  private static String token(Response form) {
    Matcher token = TOKEN.matcher(form.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
