package org.primum.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPoliciesTest {

  private Connections connections;

  @BeforeEach
  void render() {
    connections =
        new Connections(
            Workload.in(Kustomize.render(Kustomize.DEVELOPMENT)),
            Kustomize.render(Kustomize.DEVELOPMENT, NetworkPolicy.class));
  }

  @Test
  void podsConnectAsTheDesignSaysAndNotOtherwise() {
    assertThat(connections.betweenPods())
        .containsExactlyInAnyOrder(
            "gateway -> postgresql:5432",
            "gateway -> rabbitmq:5672",
            "gateway -> keycloak:8180",
            "runner -> postgresql:5432",
            "runner -> rabbitmq:5672",
            "runner -> keycloak:8180",
            "runner -> gateway:8081",
            "judge -> postgresql:5432",
            "judge -> rabbitmq:5672",
            "judge -> keycloak:8180",
            "judge -> gateway:8081",
            "leaderboard-ui -> postgresql:5432",
            "leaderboard-ui -> rabbitmq:5672",
            "leaderboard-ui -> keycloak:8180",
            "leaderboard-ui -> gateway:8081");
  }

  @Test
  void peopleComeInThroughTheEntranceOnly() {
    assertThat(connections.fromNamespace(Map.of("primum.org/entrance", "true")))
        .containsExactlyInAnyOrder("gateway:8081", "leaderboard-ui:8080");
    assertThat(connections.fromNamespace(Map.of("kubernetes.io/metadata.name", "elsewhere")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1"})
  void modelsAreAskedOnTheInternet(String address) {
    assertThat(connections.reaching(address, 443))
        .containsExactlyInAnyOrder("gateway", "runner", "judge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.96.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.31.255.255",
        "192.168.1.1",
        "::1",
        "64:ff9b::a9fe:a9fe",
        "fd00:ec2::254",
        "fe80::1"
      })
  void addressesOfTheClusterAreOutOfReach(String address) {
    assertThat(connections.reaching(address, 80)).isEmpty();
  }
}
