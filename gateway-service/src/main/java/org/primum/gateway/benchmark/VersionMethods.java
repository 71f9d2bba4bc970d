package org.primum.gateway.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.message.VersionMethod;
import org.primum.protocol.message.VersionMethod.OfSuite;

/** How published versions ask and judge, as everybody may read it. */
@ApplicationScoped
class VersionMethods {

  private final VersionItems items;
  private final FrozenJudging judging;

  /**
   * All versions are listed often, and what is behind a content hash never changes. By the
   * version's id alone a draft whose publishing failed at the last moment would be taken for the
   * next one.
   */
  private final Map<Published, VersionMethod> known = new ConcurrentHashMap<>();

  private record Published(UUID version, String contentHash) {}

  VersionMethods(VersionItems items, FrozenJudging judging) {
    this.items = items;
    this.judging = judging;
  }

  /** Null for a draft, and for what an imported run ran on. */
  VersionMethod of(BenchmarkVersion version) {
    if (version.publishedAt() == null) {
      return null;
    }
    Published published = new Published(version.id(), version.contentHash());
    VersionMethod found = known.get(published);
    if (found == null) {
      found = read(version);
      known.put(published, found);
    }
    return found;
  }

  private VersionMethod read(BenchmarkVersion version) {
    Map<String, List<VersionItems.Share>> shares =
        items.shares(version.id()).stream()
            .collect(Collectors.groupingBy(VersionItems.Share::suite));
    SortedMap<String, OfSuite> suites = new TreeMap<>();
    for (JudgingProtocol protocol : judging.known(version).values()) {
      List<VersionItems.Share> ofSuite = shares.getOrDefault(protocol.suite(), List.of());
      suites.put(
          protocol.suite(),
          OfSuite.of(
              protocol,
              counted(ofSuite, VersionItems.Share::category),
              counted(ofSuite, VersionItems.Share::split)));
    }
    return new VersionMethod(version.settings().generation(), suites);
  }

  private static SortedMap<String, Integer> counted(
      List<VersionItems.Share> shares, Function<VersionItems.Share, String> name) {
    return shares.stream()
        .filter(share -> Objects.nonNull(name.apply(share)))
        .collect(
            Collectors.groupingBy(
                name, TreeMap::new, Collectors.summingInt(VersionItems.Share::items)));
  }
}
