package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.gateway.problem.Problem;

/** Which addresses are taken. */
class AddressesTest {

  private final WebAddress inPublic = new WebAddress(false);
  private final WebAddress anywhere = new WebAddress(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/hook",
        "http://localhost:8081/hook",
        "http://10.1.2.3/hook",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/hook",
        "http://[::ffff:127.0.0.1]/hook",
        "http://[64:ff9b::7f00:1]/hook"
      })
  void noWebhookLeadsToAPrivateNetwork(String address) {
    assertThatThrownBy(() -> inPublic.checked(address))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("private network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://8.8.8.8/hook",
        "8.8.8.8/hook",
        "javascript:alert(1)",
        "http://user:password@8.8.8.8/hook",
        "http://8.8.8.8/hook#part",
        "http://8.8.8.8/ho ok",
        "http://8.8.8.8/hook\r\nHost: other"
      })
  void whatIsNoPlainWebAddressIsRefused(String address) {
    assertThatThrownBy(() -> inPublic.checked(address)).isInstanceOf(Problem.class);
  }

  @Test
  void aPublicAddressIsTakenWithItsQuery() {
    assertThat(inPublic.checked(" https://8.8.8.8/hook?channel=7 "))
        .hasToString("https://8.8.8.8/hook?channel=7");
  }

  @Test
  void aLocalStackAllowsItsOwnMachine() {
    assertThat(anywhere.checked("http://localhost:9000/hook"))
        .hasToString("http://localhost:9000/hook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "a@b",
        "a b@example.org",
        "a@example.org,b@example.org",
        "A <a@example.org>",
        "a@example.org\r\nBcc: b@example.org",
        "\"a\"@example.org",
        "a@-example.org",
        "a..b@example.org"
      })
  void whatIsNotOnePlainEmailAddressIsRefused(String address) {
    assertThatThrownBy(() -> EmailAddress.checked(address)).isInstanceOf(Problem.class);
  }

  @Test
  void aPlainEmailAddressIsTaken() {
    assertThat(EmailAddress.checked(" first.last+primum@mail.example.org "))
        .isEqualTo("first.last+primum@mail.example.org");
  }
}
