package org.primum.gateway.benchmark.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.Require;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * What an archive says about the version it holds, beside the items.
 *
 * @param format the archive's format, {@value #FORMAT}
 * @param benchmark the benchmark's name
 * @param version the version
 * @param state {@code published} or {@code retired}
 * @param publishedAt when it was published
 * @param retiredAt when it was retired, or null
 * @param notes what changed since the version before, or null
 * @param privateItems whether items are shown only to reviewers and owners
 * @param settings how models are asked and their answers judged
 * @param judges names of the judges, for suites that name none of their own
 * @param panel every judge that judges a suite, without its key
 * @param judging how each suite is judged, by suite id
 * @param items how many items each suite holds
 * @param contentHash over all that can move a number
 * @param canary stands in every item, too
 */
@JsonPropertyOrder({
  "format",
  "benchmark",
  "version",
  "state",
  "publishedAt",
  "retiredAt",
  "notes",
  "contentHash",
  "canary",
  "privateItems",
  "items",
  "settings",
  "judges",
  "panel",
  "judging"
})
record Manifest(
    Integer format,
    String benchmark,
    String version,
    String state,
    Instant publishedAt,
    Instant retiredAt,
    String notes,
    boolean privateItems,
    VersionSettings settings,
    List<String> judges,
    List<ArchivedJudge> panel,
    SortedMap<String, ArchivedJudging> judging,
    SortedMap<String, Integer> items,
    String contentHash,
    String canary) {

  /** The one format there is so far. */
  static final int FORMAT = 1;

  Manifest {
    Require.present(format, "format");
    Require.text(benchmark, "benchmark");
    Require.text(version, "version");
    Require.text(contentHash, "contentHash");
    Require.text(canary, "canary");
    Require.present(settings, "settings");
    judges = List.copyOf(Require.present(judges, "judges"));
    panel = List.copyOf(Require.present(panel, "panel"));
    judging = Collections.unmodifiableSortedMap(new TreeMap<>(Require.present(judging, "judging")));
    items = Collections.unmodifiableSortedMap(new TreeMap<>(Require.present(items, "items")));
    Require.that(
        judging.keySet().equals(items.keySet()), "the suites with items and with judging differ");
  }

  /** How each suite is judged, with the judges of the panel. */
  SortedMap<String, JudgingProtocol> protocols() {
    SortedMap<String, JudgingProtocol> protocols = new TreeMap<>();
    judging.forEach((suite, archived) -> protocols.put(suite, archived.protocol(suite, panel)));
    return protocols;
  }
}
