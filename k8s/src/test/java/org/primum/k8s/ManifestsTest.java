package org.primum.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: example
      spec:
        ports:
          - name: http
            port: 8080
      """;

  @ParameterizedTest
  @MethodSource
  void everyFileIsWhatKubernetesKnows(Path manifest) throws IOException {
    String yaml = Files.readString(manifest);

    assertThat(Manifests.read(yaml)).isNotEmpty();
  }

  @Test
  void severalDocumentsAreReadInOrder() {
    String yaml = SERVICE + "---\n" + SERVICE.replace("example", "second");

    assertThat(Manifests.read(yaml))
        .extracting(object -> object.getMetadata().getName())
        .containsExactly("example", "second");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {replica: 2}                                | Unrecognized property "replica"
          {template: {spec: {container: []}}}         | Unrecognized property "container"
          {replicas: two}                             | Cannot coerce String value ("two")
          {replicas: '2'}                             | Cannot coerce String value ("2")
          {replicas: 2, replicas: 3}                  | Duplicate property "replicas"
          {selector: {matchLabels: {entrance: true}}} | Cannot coerce Boolean value (true)
          {serviceName: 1}                            | Cannot coerce Integer value (1)
          """)
  void aMistakeIsRefused(String spec, String complaint) {
    String yaml = "apiVersion: apps/v1\nkind: StatefulSet\nspec: " + spec;

    assertThatThrownBy(() -> Manifests.read(yaml)).hasMessageContaining(complaint);
  }

  @Test
  void anUnknownKindIsRefused() {
    String yaml = SERVICE.replace("kind: Service", "kind: Servant");

    assertThatThrownBy(() -> Manifests.read(yaml)).hasMessage("unknown kind v1/Servant");
  }

  static Stream<Path> everyFileIsWhatKubernetesKnows() throws IOException {
    return Stream.concat(
        files(Path.of(Kustomize.BASE)).stream(), files(Path.of("overlays")).stream());
  }

  /** Kustomizations are no objects of a cluster; kubectl checks them. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .toList();
    }
  }
}
