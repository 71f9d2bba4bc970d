package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.TestInfrastructure;

/** E-mail in words; templates are rendered by the service, so it runs. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
@QuarkusTestResource(MailServer.class)
class LetterTest {

  @Test
  void everyPerspectiveIsThereWithIntervalAndCoverage() {
    Letter letter = Letter.of(Samples.complete(Samples.evaluation()), Samples.PAGES);

    assertThat(letter.subject()).isEqualTo("Complete: Model one on medical 1.0");
    for (String body : new String[] {letter.text(), letter.html()}) {
      assertThat(body)
          .contains("Patient", "Clinician", "General user")
          .contains("50.0% (95% interval 10.0% to 90.0%), higher is better")
          .contains("2 of 3 answers have a verdict (66.7%)")
          .contains("4 of 6 answers have a verdict (66.7%)")
          .contains("Not measured by this benchmark version")
          .containsAnyOf(
              "2: the provider's content filter withheld the answer",
              "2: the provider&#39;s content filter withheld the answer")
          .contains("https://primum.example.org/evaluations/0b7c0c3e-8d43-4f5e-9a43-3d6c1f0a2002")
          .contains("https://primum.example.org/mine/notifications")
          .contains("https://primum.example.org/notifications/off/a-key");
    }
  }

  @Test
  void theTextReadsWell() {
    Letter letter = Letter.of(Samples.complete(Samples.evaluation()), Samples.PAGES);

    assertThat(letter.text())
        .startsWith("Complete: Model one on medical 1.0\n\nThe evaluation of Model one of Example")
        .doesNotContain("\n\n\n")
        .doesNotContain("{", "}");
  }

  @Test
  void hostileNamesDoNoHarm() {
    String name = "<script>alert(1)</script>\r\nBcc: all@example.org\u202E";
    String organization =
        "\"><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">" + "x".repeat(1_000_000);

    Letter letter = Letter.of(Samples.complete(Samples.named(name, organization)), Samples.PAGES);

    assertThat(letter.subject()).doesNotContain("\r", "\n", "\u202E");
    assertThat(letter.text()).doesNotContain("\u202E", "\nBcc:").hasSizeLessThan(5_000);
    assertThat(letter.html())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@example.org")
        .doesNotContain("<script", "<img", "href=\"javascript:", "\u202E")
        .hasSizeLessThan(10_000);
  }

  @Test
  void aCodeIsSentWithoutALinkThatSwitchesAnythingOff() {
    Letter letter = Letter.of(Samples.sending(Events.CONFIRMATION, "{}"), Samples.PAGES);

    assertThat(letter.text()).contains("12345678").doesNotContain("/notifications/off/");
    assertThat(letter.html()).contains("12345678").doesNotContain("/notifications/off/");
  }
}
