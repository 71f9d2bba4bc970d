package org.primum.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DevelopmentTest {

  private List<HasMetadata> objects;
  private Map<String, Secret> secrets;
  private Map<String, ConfigMap> configuration;

  @BeforeEach
  void render() {
    objects = Kustomize.render(Kustomize.DEVELOPMENT);
    secrets =
        Kustomize.render(Kustomize.DEVELOPMENT, Secret.class).stream()
            .collect(Collectors.toMap(secret -> secret.getMetadata().getName(), secret -> secret));
    configuration =
        Kustomize.render(Kustomize.DEVELOPMENT, ConfigMap.class).stream()
            .collect(Collectors.toMap(map -> map.getMetadata().getName(), map -> map));
  }

  @Test
  void bringsWhatTheBaseExpects() {
    assertThat(Workload.in(objects))
        .extracting(Workload::name)
        .containsExactlyInAnyOrder(
            "gateway", "runner", "judge", "leaderboard-ui", "postgresql", "rabbitmq", "keycloak");
  }

  @Test
  void livesInANamespaceThatAllowsNoPrivileges() {
    assertThat(Kustomize.render(Kustomize.DEVELOPMENT, Namespace.class))
        .singleElement()
        .satisfies(
            namespace ->
                assertThat(namespace.getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    assertThat(objects)
        .filteredOn(object -> !(object instanceof Namespace))
        .extracting(object -> object.getMetadata().getNamespace())
        .containsOnly("primum-development");
  }

  @Test
  void everyKeyThatAVariableNamesIsThere() {
    List<EnvVarSource> sources =
        Workload.in(objects).stream()
            .flatMap(workload -> workload.container().getEnv().stream())
            .map(variable -> variable.getValueFrom())
            .filter(Objects::nonNull)
            .toList();

    assertThat(sources)
        .isNotEmpty()
        .allSatisfy(
            source -> {
              if (source.getSecretKeyRef() != null) {
                assertThat(secrets.get(source.getSecretKeyRef().getName()).getData())
                    .containsKey(source.getSecretKeyRef().getKey());
              } else {
                assertThat(configuration.get(source.getConfigMapKeyRef().getName()).getData())
                    .containsKey(source.getConfigMapKeyRef().getKey());
              }
            });
  }

  @Test
  void everySecretSaysThatItIsAnExample() {
    assertThat(secrets.values())
        .isNotEmpty()
        .flatExtracting(secret -> secret.getData().entrySet())
        .filteredOn(entry -> !entry.getKey().endsWith("user") && !entry.getKey().equals("key"))
        .allSatisfy(entry -> assertThat(text(entry.getValue())).startsWith("example-"));
  }

  @Test
  void theSealingKeyIsAnExampleOfTheRightLength() {
    String key = text(named("sealing", secrets).getData().get("key"));

    assertThat(text(key)).contains("example").hasSize(32);
  }

  @Test
  void theRealmHasTheRolesPeopleAndServices() {
    JsonNode realm = realm();

    assertThat(realm.path("realm").asString()).isEqualTo("primum");
    assertThat(realm.path("roles").path("realm"))
        .extracting(role -> role.path("name").asString())
        .containsExactly("submitter", "reviewer", "admin", "service");
    assertThat(realm.path("users"))
        .extracting(
            user -> user.path("username").asString() + " is " + user.at("/realmRoles/0").asString())
        .containsExactlyInAnyOrder(
            "submitter is submitter",
            "submitter2 is submitter",
            "reviewer is reviewer",
            "admin is admin",
            "service-account-primum-runner is service",
            "service-account-primum-judge is service",
            "service-account-primum-leaderboard is service");
  }

  @Test
  void theRealmHoldsNoSecretOfAClient() {
    Workload keycloak =
        Workload.in(objects).stream()
            .filter(workload -> workload.name().equals("keycloak"))
            .findFirst()
            .orElseThrow();

    assertThat(realm().path("clients"))
        .filteredOn(client -> !client.path("publicClient").asBoolean(false))
        .hasSize(4)
        .allSatisfy(
            client ->
                assertThat(keycloak.container().getEnv())
                    .filteredOn(
                        variable ->
                            client
                                .path("secret")
                                .asString()
                                .equals("${" + variable.getName() + "}"))
                    .singleElement()
                    .satisfies(
                        variable ->
                            assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull()));
  }

  /** Kustomize ends the name of what it generates with a hash. */
  private static <T> T named(String name, Map<String, T> all) {
    Pattern pattern = Pattern.compile(Pattern.quote(name) + "-[a-z0-9]{10}");
    return all.entrySet().stream()
        .filter(entry -> pattern.matcher(entry.getKey()).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode realm() {
    return JsonMapper.shared()
        .readTree(named("keycloak-realm", configuration).getData().get("primum-realm.json"));
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
