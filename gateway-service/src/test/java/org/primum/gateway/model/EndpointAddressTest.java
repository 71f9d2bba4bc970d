package org.primum.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.gateway.problem.Problem;

class EndpointAddressTest {

  private final EndpointAddress address = new EndpointAddress(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/v1",
        "http://localhost/v1",
        "http://10.1.2.3/v1",
        "http://172.16.0.1/v1",
        "http://192.168.1.1/v1",
        "http://169.254.169.254/latest",
        "http://100.100.100.200/v1",
        "http://0.1.2.3/v1",
        "http://198.18.0.1/v1",
        "http://192.0.0.8/v1",
        "http://[::1]/v1",
        "http://[fd00::1]/v1",
        "http://[fe80::1]/v1",
        "http://[64:ff9b::7f00:1]/v1",
        "http://[::ffff:127.0.0.1]/v1"
      })
  void privateAddressesAreRefused(String url) {
    assertThatThrownBy(() -> address.checked(url))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("private network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://8.8.8.8/v1",
        "8.8.8.8/v1",
        "http://user:key@8.8.8.8/v1",
        "http://8.8.8.8/v1?key=1",
        "http://8.8.8.8/v1#key",
        "http://8.8.8.8/v1/chat/completions",
        "not an address"
      })
  void whatIsNoPlainWebAddressIsRefused(String url) {
    assertThatThrownBy(() -> address.checked(url)).isInstanceOf(Problem.class);
  }

  @Test
  void aPublicAddressIsTakenWithoutItsLastSlash() {
    assertThat(address.checked("https://8.8.8.8/v1/")).isEqualTo("https://8.8.8.8/v1");
  }

  @Test
  void aLocalStackAllowsItsOwnMachine() {
    assertThat(new EndpointAddress(true).checked("http://localhost:8190/v1"))
        .isEqualTo("http://localhost:8190/v1");
  }
}
