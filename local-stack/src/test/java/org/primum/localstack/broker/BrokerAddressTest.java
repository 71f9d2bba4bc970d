package org.primum.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerAddressTest {

  @Test
  void readsEveryPartOfTheUrl() {
    assertThat(named("amqp://ada:l%40ve@broker.example:5673/team%2Fone"))
        .isEqualTo(new BrokerAddress("broker.example", 5673, "ada", "l@ve", "team/one"));
  }

  @Test
  void knowsTheUsualPortUserAndVirtualHost() {
    assertThat(named("amqp://broker.example"))
        .isEqualTo(new BrokerAddress("broker.example", 5672, "guest", "guest", "/"));
  }

  @Test
  void namesNoneWhereTheEnvironmentNamesNone() {
    assertThat(BrokerAddress.named(Map.of())).isEmpty();
  }

  @Test
  void refusesAnUnreadableUrlWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("http://user:hunter2@broker.example"))
        .withMessageContaining("PRIMUM_BROKER_URL")
        .withMessageNotContaining("hunter2");
  }

  private static BrokerAddress named(String url) {
    return BrokerAddress.named(Map.of("PRIMUM_BROKER_URL", url)).orElseThrow();
  }
}
