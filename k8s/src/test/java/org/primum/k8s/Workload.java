package org.primum.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pods of a Deployment or StatefulSet. */
record Workload(String name, Map<String, String> labels, PodSpec pod) {

  static List<Workload> in(List<HasMetadata> objects) {
    return objects.stream().flatMap(Workload::of).toList();
  }

  /** The only container: none of ours has a second. */
  Container container() {
    if (pod.getContainers().size() != 1) {
      throw new IllegalStateException(name + " has not exactly one container");
    }
    return pod.getContainers().getFirst();
  }

  private static Stream<Workload> of(HasMetadata object) {
    return switch (object) {
      case Deployment deployment -> of(object, deployment.getSpec().getTemplate());
      case StatefulSet set -> of(object, set.getSpec().getTemplate());
      default -> Stream.empty();
    };
  }

  private static Stream<Workload> of(HasMetadata object, PodTemplateSpec template) {
    return Stream.of(
        new Workload(
            object.getMetadata().getName(),
            template.getMetadata().getLabels(),
            template.getSpec()));
  }
}
