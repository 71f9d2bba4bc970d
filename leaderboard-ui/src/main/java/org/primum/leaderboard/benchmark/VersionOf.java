package org.primum.leaderboard.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.primum.protocol.message.BenchmarkChanged;

/**
 * A version in the history of its benchmark.
 *
 * @param version the version
 * @param before the one that was published before it, or null
 * @param changes what it does otherwise than that one
 */
public record VersionOf(
    BenchmarkChanged version, BenchmarkChanged before, List<MethodChange> changes) {

  /**
   * The history of a benchmark, newest first.
   *
   * @param versions all of its versions, newest first
   */
  static List<VersionOf> all(List<BenchmarkChanged> versions) {
    List<VersionOf> history = new ArrayList<>();
    for (int at = 0; at < versions.size(); at++) {
      BenchmarkChanged version = versions.get(at);
      boolean first = at == versions.size() - 1;
      history.add(
          first
              ? new VersionOf(version, null, List.of())
              : new VersionOf(
                  version,
                  versions.get(at + 1),
                  MethodChange.between(versions.get(at + 1), version)));
    }
    return List.copyOf(history);
  }
}
