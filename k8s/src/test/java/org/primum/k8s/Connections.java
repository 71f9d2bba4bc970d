package org.primum.k8s;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may connect to whom under the network policies of one namespace, as Kubernetes reads them: a
 * pod that a policy selects may do what any of its policies allows, and nothing else.
 */
record Connections(List<Workload> workloads, List<NetworkPolicy> policies) {

  /** As {@code from -> to:port}, over all pods and all ports that they listen on. */
  Set<String> betweenPods() {
    Set<String> found = new TreeSet<>();
    for (Workload from : workloads) {
      for (Workload to : workloads) {
        for (ContainerPort port : to.container().getPorts()) {
          int number = port.getContainerPort();
          if (!from.equals(to)
              && mayLeave(from, number, peer -> isPod(peer, to))
              && mayEnter(to, number, peer -> isPod(peer, from))) {
            found.add("%s -> %s:%d".formatted(from.name(), to.name(), number));
          }
        }
      }
    }
    return found;
  }

  /** The pods, with their ports, that are open to a namespace with these labels. */
  Set<String> fromNamespace(Map<String, String> labels) {
    Set<String> found = new TreeSet<>();
    for (Workload to : workloads) {
      for (ContainerPort port : to.container().getPorts()) {
        int number = port.getContainerPort();
        if (mayEnter(to, number, peer -> isNamespace(peer, labels))) {
          found.add("%s:%d".formatted(to.name(), number));
        }
      }
    }
    return found;
  }

  /** The pods that may connect to an address, given as numbers, on a port. */
  Set<String> reaching(String address, int port) {
    Set<String> found = new TreeSet<>();
    for (Workload from : workloads) {
      if (mayLeave(from, port, peer -> isAddress(peer, address))) {
        found.add(from.name());
      }
    }
    return found;
  }

  private boolean mayLeave(Workload from, int port, Predicate<NetworkPolicyPeer> peer) {
    List<NetworkPolicyEgressRule> rules =
        policiesOn(from, "Egress")
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .toList();
    return policiesOn(from, "Egress").findAny().isEmpty()
        || rules.stream()
            .anyMatch(
                rule -> allows(rule.getPorts(), port) && rule.getTo().stream().anyMatch(peer));
  }

  private boolean mayEnter(Workload to, int port, Predicate<NetworkPolicyPeer> peer) {
    List<NetworkPolicyIngressRule> rules =
        policiesOn(to, "Ingress")
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .toList();
    return policiesOn(to, "Ingress").findAny().isEmpty()
        || rules.stream()
            .anyMatch(
                rule -> allows(rule.getPorts(), port) && rule.getFrom().stream().anyMatch(peer));
  }

  private Stream<NetworkPolicy> policiesOn(Workload workload, String direction) {
    return policies.stream()
        .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
        .filter(policy -> selects(policy.getSpec().getPodSelector(), workload.labels()));
  }

  private static boolean allows(List<NetworkPolicyPort> ports, int wanted) {
    return ports.isEmpty()
        || ports.stream()
            .filter(port -> !"UDP".equals(port.getProtocol()))
            .anyMatch(port -> port.getPort() == null || wanted == port.getPort().getIntVal());
  }

  private static boolean isPod(NetworkPolicyPeer peer, Workload workload) {
    return peer.getPodSelector() != null
        && peer.getNamespaceSelector() == null
        && selects(peer.getPodSelector(), workload.labels());
  }

  private static boolean isNamespace(NetworkPolicyPeer peer, Map<String, String> labels) {
    return peer.getNamespaceSelector() != null && selects(peer.getNamespaceSelector(), labels);
  }

  private static boolean isAddress(NetworkPolicyPeer peer, String address) {
    IPBlock block = peer.getIpBlock();
    return block != null
        && contains(block.getCidr(), address)
        && block.getExcept().stream().noneMatch(except -> contains(except, address));
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
        && selector.getMatchExpressions().stream()
            .allMatch(
                expression -> {
                  if (!expression.getOperator().equals("In")) {
                    throw new IllegalArgumentException(expression.toString());
                  }
                  return expression.getValues().contains(labels.get(expression.getKey()));
                });
  }

  private static boolean contains(String block, String address) {
    String[] parts = block.split("/", 2);
    byte[] prefix = bits(parts[0]);
    byte[] other = bits(address);
    int length = Integer.parseInt(parts[1]);
    return prefix.length == other.length && Arrays.equals(prefix, 0, length, other, 0, length);
  }

  private static byte[] bits(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    byte[] bits = new byte[bytes.length * 8];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (bytes[i / 8] >> (7 - i % 8) & 1);
    }
    return bits;
  }
}
