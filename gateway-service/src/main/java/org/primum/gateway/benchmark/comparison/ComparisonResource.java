package org.primum.gateway.benchmark.comparison;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Roles;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.judging.JudgingProtocol;

/** A version beside another of the same benchmark. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}/comparison")
@RolesAllowed(Roles.ADMIN)
class ComparisonResource {

  private final BenchmarkVersions versions;
  private final FrozenJudging judging;
  private final VersionItems items;

  ComparisonResource(BenchmarkVersions versions, FrozenJudging judging, VersionItems items) {
    this.versions = versions;
    this.judging = judging;
    this.items = items;
  }

  /** What was added, removed and changed since that other version. */
  @GET
  @Transactional
  public Comparison comparison(String benchmark, String version, @RestQuery String with) {
    if (with == null || with.isBlank()) {
      throw Problem.badRequest("Name the version to compare \"with\".");
    }
    BenchmarkVersion after = versions.required(benchmark, version);
    BenchmarkVersion before = versions.required(benchmark, with);
    return Comparison.of(
        with,
        items.all(before.id()),
        items.all(after.id()),
        SettingsDifference.between(
            setUp(before, frozen(before, after)), setUp(after, frozen(before, after))));
  }

  private Map<String, Object> setUp(BenchmarkVersion version, boolean frozen) {
    SortedMap<String, Object> all = new TreeMap<>();
    all.put("generation", version.settings().generation());
    all.put("repeats", version.settings().repeats());
    all.put("judging", version.settings().judging());
    all.put("judges", version.judges());
    all.put("privateItems", version.privateItems());
    if (frozen) {
      SortedMap<String, String> protocols = new TreeMap<>();
      judging
          .known(version)
          .forEach((suite, protocol) -> protocols.put(suite, described(protocol)));
      all.put("judgingProtocol", protocols);
    }
    return all;
  }

  /** A draft has no judging protocol yet, so there is nothing to compare it with. */
  private static boolean frozen(BenchmarkVersion before, BenchmarkVersion after) {
    return !before.isDraft() && !after.isDraft();
  }

  private static String described(JudgingProtocol protocol) {
    List<String> judges =
        protocol.judges().stream()
            .map(
                judge ->
                    "%s (%s at %s)"
                        .formatted(
                            judge.name(), judge.endpoint().modelName(), judge.endpoint().baseUrl()))
            .toList();
    return "%s, judged by %s".formatted(protocol.hash(), String.join(", ", judges));
  }
}
