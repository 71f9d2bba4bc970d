package org.primum.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "gateway, gateway-service",
    "runner, runner-service",
    "judge, judge-service",
    "leaderboard-ui, leaderboard-ui"
  })
  void everyServiceIsToldWhatItCannotStartWithout(String name, String module) throws IOException {
    Workload service = service(name);

    Set<String> required = new ServiceSources(module).required();

    assertThat(required).contains("PRIMUM_DATABASE_PASSWORD", "PRIMUM_BROKER_HOST");
    assertThat(environment(service)).containsAll(required);
  }

  /** The configuration that all share is left out: it holds what only some of them read. */
  @ParameterizedTest
  @CsvSource({
    "gateway, gateway-service",
    "runner, runner-service",
    "judge, judge-service",
    "leaderboard-ui, leaderboard-ui"
  })
  void noServiceIsToldWhatItDoesNotAsk(String name, String module) throws IOException {
    Workload service = service(name);

    Set<String> read = new ServiceSources(module).read();

    assertThat(read).containsAll(ownVariables(service));
  }

  private static Workload service(String name) {
    return Workload.in(Kustomize.render(Kustomize.BASE)).stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> environment(Workload service) {
    List<ConfigMap> maps = Kustomize.render(Kustomize.BASE, ConfigMap.class);
    Set<String> names = new TreeSet<>(ownVariables(service));
    service
        .container()
        .getEnvFrom()
        .forEach(
            source ->
                maps.stream()
                    .filter(
                        map ->
                            map.getMetadata().getName().equals(source.getConfigMapRef().getName()))
                    .forEach(map -> names.addAll(map.getData().keySet())));
    return names;
  }

  private static Set<String> ownVariables(Workload service) {
    return service.container().getEnv().stream().map(EnvVar::getName).collect(Collectors.toSet());
  }
}
