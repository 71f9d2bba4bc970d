package org.primum.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every pod keeps to, ours and those of the development overlay. */
class PodRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {Kustomize.BASE, Kustomize.DEVELOPMENT})
  void isProbed(String folder) {
    List<Workload> workloads = Workload.in(Kustomize.render(folder));

    assertThat(workloads)
        .allSatisfy(
            workload -> {
              assertThat(workload.container().getStartupProbe()).isNotNull();
              assertThat(workload.container().getReadinessProbe()).isNotNull();
              assertThat(workload.container().getLivenessProbe()).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {Kustomize.BASE, Kustomize.DEVELOPMENT})
  void hasRequestsAndLimits(String folder) {
    List<Workload> workloads = Workload.in(Kustomize.render(folder));

    assertThat(workloads)
        .allSatisfy(
            workload -> {
              ResourceRequirements resources = workload.container().getResources();
              assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
              assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {Kustomize.BASE, Kustomize.DEVELOPMENT})
  void hasNoPrivileges(String folder) {
    List<Workload> workloads = Workload.in(Kustomize.render(folder));

    assertThat(workloads)
        .allSatisfy(
            workload -> {
              PodSecurityContext pod = workload.pod().getSecurityContext();
              assertThat(pod.getRunAsNonRoot()).isTrue();
              assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
              SecurityContext container = workload.container().getSecurityContext();
              assertThat(container.getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(container.getCapabilities().getAdd()).isEmpty();
            });
  }

  /** Keycloak builds itself anew in development mode; its manifest says so. */
  @ParameterizedTest
  @ValueSource(strings = {Kustomize.BASE, Kustomize.DEVELOPMENT})
  void hasAReadOnlyRootAndAPlaceForTemporaryFiles(String folder) {
    List<Workload> workloads = Workload.in(Kustomize.render(folder));

    assertThat(workloads)
        .filteredOn(workload -> !workload.name().equals("keycloak"))
        .isNotEmpty()
        .allSatisfy(
            workload -> {
              assertThat(workload.container().getSecurityContext().getReadOnlyRootFilesystem())
                  .isTrue();
              assertThat(workload.container().getVolumeMounts())
                  .anySatisfy(
                      mount -> {
                        assertThat(mount.getMountPath()).isEqualTo("/tmp");
                        assertThat(workload.pod().getVolumes())
                            .filteredOn(volume -> volume.getName().equals(mount.getName()))
                            .singleElement()
                            .satisfies(volume -> assertThat(volume.getEmptyDir()).isNotNull());
                      });
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {Kustomize.BASE, Kustomize.DEVELOPMENT})
  void cannotSpeakToTheCluster(String folder) {
    List<Workload> workloads = Workload.in(Kustomize.render(folder));

    assertThat(workloads)
        .allSatisfy(
            workload -> {
              assertThat(workload.pod().getAutomountServiceAccountToken()).isFalse();
              assertThat(workload.pod().getEnableServiceLinks()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {Kustomize.BASE, Kustomize.DEVELOPMENT})
  void isFoundByItsService(String folder) {
    List<HasMetadata> objects = Kustomize.render(folder);

    assertThat(Workload.in(objects))
        .allSatisfy(
            workload -> {
              Service service = service(objects, workload.name());
              assertThat(workload.labels()).containsAllEntriesOf(service.getSpec().getSelector());
              assertThat(service.getSpec().getPorts())
                  .isNotEmpty()
                  .allSatisfy(port -> assertThat(ports(workload)).contains(target(port)));
            });
  }

  private static Service service(List<HasMetadata> objects, String name) {
    return objects.stream()
        .filter(Service.class::isInstance)
        .map(Service.class::cast)
        .filter(service -> service.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map.Entry<String, Integer> target(ServicePort port) {
    return Map.entry(port.getTargetPort().getStrVal(), port.getPort());
  }

  private static List<Map.Entry<String, Integer>> ports(Workload workload) {
    return workload.container().getPorts().stream()
        .map((ContainerPort port) -> Map.entry(port.getName(), port.getContainerPort()))
        .toList();
  }
}
