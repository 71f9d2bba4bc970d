package org.primum.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.localstack.broker.BrokerChoice;
import org.primum.localstack.progress.StackFailure;

class StackSettingsTest {

  private static final Path PROJECT = Path.of("/project");

  @Test
  void knowsTheUsualPortsAndHome() {
    StackSettings settings = StackSettings.of(PROJECT, Map.of());

    assertThat(settings.home()).isEqualTo(Path.of("/project/.primum"));
    assertThat(Arrays.stream(Part.values()).map(settings::port))
        .containsExactly(8432, 8672, 8180, 8190, 8081, 8082, 8083, 8084, 8085, 8080);
    assertThat(settings.brokerChoice()).isEqualTo(BrokerChoice.AUTOMATIC);
  }

  @Test
  void movesToWhereTheEnvironmentSays() {
    StackSettings settings =
        StackSettings.of(PROJECT, Map.of("PRIMUM_HOME", "/data/primum", "PRIMUM_UI_PORT", "9999"));

    assertThat(settings.home()).isEqualTo(Path.of("/data/primum"));
    assertThat(settings.url(Part.UI)).isEqualTo("http://localhost:9999");
  }

  @Test
  void saysWhatIsWrongWithAPort() {
    assertThatThrownBy(() -> StackSettings.of(PROJECT, Map.of("PRIMUM_UI_PORT", "http")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("PRIMUM_UI_PORT is \"http\"");
  }

  @Test
  void saysWhichBrokersThereAre() {
    assertThatThrownBy(() -> StackSettings.of(PROJECT, Map.of("PRIMUM_BROKER", "kafka")))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("automatic, running, rabbitmq-server, embedded");
  }

  @Test
  void hasFurtherReplicasWhenAskedFor() {
    StackSettings usual = StackSettings.of(PROJECT, Map.of());

    StackSettings replicated = usual.withReplicas(Part.RUNNER, 2).withReplicas(Part.JUDGE, 2);

    assertThat(usual.has(Part.RUNNER)).isTrue();
    assertThat(usual.has(Part.RUNNER_2)).isFalse();
    assertThat(replicated.furtherReplicas()).containsExactlyInAnyOrder(Part.RUNNER_2, Part.JUDGE_2);
    assertThat(replicated.withReplicas(Part.RUNNER, 1).furtherReplicas())
        .containsExactly(Part.JUDGE_2);
  }

  @Test
  void saysOfWhatThereIsOnlyOne() {
    StackSettings settings = StackSettings.of(PROJECT, Map.of());

    assertThatThrownBy(() -> settings.withReplicas(Part.GATEWAY, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There cannot be 2 replicas of gateway.");
  }

  @Test
  void givesATestPortsThatDoNotMeet() {
    StackSettings settings = StackSettings.forTest(PROJECT, PROJECT, BrokerChoice.EMBEDDED);

    assertThat(settings.ports().values()).doesNotHaveDuplicates();
  }
}
