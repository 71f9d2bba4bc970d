package org.primum.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaseTest {

  private static final Pattern SECRET = Pattern.compile("USER|PASSWORD|SECRET|KEY|TOKEN");

  private List<Workload> services;

  @BeforeEach
  void render() {
    services = Workload.in(Kustomize.render(Kustomize.BASE));
  }

  @Test
  void bringsTheFourServicesAndNothingElse() {
    assertThat(services)
        .extracting(Workload::name)
        .containsExactlyInAnyOrder("gateway", "runner", "judge", "leaderboard-ui");
  }

  @Test
  void imagesAreThoseOfThisVersion() {
    String version = System.getProperty("primum.version");

    assertThat(services)
        .extracting(service -> service.container().getImage())
        .containsExactlyInAnyOrder(
            "primum/gateway-service:" + version,
            "primum/runner-service:" + version,
            "primum/judge-service:" + version,
            "primum/leaderboard-ui:" + version);
  }

  @Test
  void healthIsAskedWhereQuarkusTellsIt() {
    assertThat(services)
        .extracting(Workload::container)
        .allSatisfy(
            container -> {
              assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
              assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
              assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
              assertThat(container.getPorts())
                  .singleElement()
                  .satisfies(
                      port -> {
                        assertThat(port.getName()).isEqualTo("http");
                        assertThat(container.getEnv())
                            .contains(
                                new EnvVar(
                                    "PRIMUM_HTTP_PORT",
                                    String.valueOf(port.getContainerPort()),
                                    null));
                      });
            });
  }

  @Test
  void everyServiceHasAnAccountOfItsOwnWithoutAToken() {
    List<ServiceAccount> accounts = Kustomize.render(Kustomize.BASE, ServiceAccount.class);

    assertThat(services)
        .allSatisfy(
            service -> assertThat(service.pod().getServiceAccountName()).isEqualTo(service.name()));
    assertThat(accounts)
        .hasSameSizeAs(services)
        .allSatisfy(account -> assertThat(account.getAutomountServiceAccountToken()).isFalse());
  }

  @Test
  void whatPeopleWaitForStaysWhenANodeIsDrained() {
    List<PodDisruptionBudget> budgets = Kustomize.render(Kustomize.BASE, PodDisruptionBudget.class);

    assertThat(budgets)
        .allSatisfy(
            budget -> assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1))
        .extracting(budget -> budget.getSpec().getSelector().getMatchLabels())
        .containsExactlyInAnyOrder(
            Map.of("app.kubernetes.io/name", "gateway"),
            Map.of("app.kubernetes.io/name", "leaderboard-ui"));
    assertThat(Kustomize.render(Kustomize.BASE, Deployment.class))
        .allSatisfy(deployment -> assertThat(deployment.getSpec().getReplicas()).isGreaterThan(1));
  }

  @Test
  void noSecretIsIn() {
    List<ConfigMap> configuration = Kustomize.render(Kustomize.BASE, ConfigMap.class);

    assertThat(Kustomize.render(Kustomize.BASE, Secret.class)).isEmpty();
    assertThat(configuration)
        .singleElement()
        .satisfies(
            map ->
                assertThat(map.getData().keySet()).noneMatch(name -> SECRET.matcher(name).find()));
    assertThat(services)
        .flatExtracting(service -> service.container().getEnv())
        .filteredOn(variable -> SECRET.matcher(variable.getName()).find())
        .isNotEmpty()
        .allSatisfy(
            variable -> {
              assertThat(variable.getValue()).isNull();
              assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull();
            });
  }

  private static String path(Probe probe) {
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
    return probe.getHttpGet().getPath();
  }
}
