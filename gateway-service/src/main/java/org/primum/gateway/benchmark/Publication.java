package org.primum.gateway.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.judge.Judges;
import org.primum.gateway.problem.Problem;
import org.primum.messaging.Outbox;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.benchmark.VersionHash;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suites;

/**
 * Turns a draft into an immutable version, and retires it; each within the caller's transaction.
 */
@ApplicationScoped
class Publication {

  private static final String CANARY = "%s %s canary %s: do not train on this file";

  private final BenchmarkVersions versions;
  private final Judges judges;
  private final Session database;
  private final Outbox outbox;
  private final Clock clock;

  Publication(
      BenchmarkVersions versions, Judges judges, Session database, Outbox outbox, Clock clock) {
    this.versions = versions;
    this.judges = judges;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  void publish(BenchmarkVersion version) {
    if (!BenchmarkVersion.DRAFT.equals(version.state)) {
      throw Problem.conflict(
          "Version %s of %s is %s already."
              .formatted(version.version, version.benchmark, version.state));
    }
    List<Item> items = versions.items(version.id, null, 0, Integer.MAX_VALUE);
    if (items.isEmpty()) {
      throw Problem.conflict("The draft holds no items yet. Import a suite first.");
    }
    if (version.judges.isEmpty()) {
      throw Problem.conflict("The draft names no judge yet. Name one with the next import.");
    }
    VersionSettings settings = version.settings();
    SortedMap<String, String> hashes = new TreeMap<>();
    items.stream()
        .map(Item::suite)
        .distinct()
        .forEach(suite -> hashes.put(suite, freeze(version, judging(version, suite))));
    version.settings = Json.write(settings);
    version.contentHash = VersionHash.of(items, settings, hashes);
    version.canary = CANARY.formatted(version.benchmark, version.version, UUID.randomUUID());
    version.state = BenchmarkVersion.PUBLISHED;
    version.publishedAt = clock.instant();
    announce(version);
  }

  private JudgingProtocol judging(BenchmarkVersion version, String suite) {
    JudgingSettings settings = version.settings().judging(suite);
    List<String> named = settings.judges().isEmpty() ? version.judges : settings.judges();
    return Suites.of(suite).judging(judges.frozen(named), settings);
  }

  void retire(BenchmarkVersion version) {
    if (!version.published()) {
      throw Problem.conflict(
          "Only a published version can be retired; this one is %s.".formatted(version.state));
    }
    version.state = BenchmarkVersion.RETIRED;
    version.retiredAt = clock.instant();
    announce(version);
  }

  BenchmarkChanged view(BenchmarkVersion version) {
    return new BenchmarkChanged(
        version.benchmark,
        version.version,
        version.state,
        version.privateItems,
        version.contentHash,
        versions.counts(version.id),
        version.judges,
        version.publishedAt,
        version.retiredAt,
        version.notes,
        versions.privateCounts(version.id),
        version.settings().repeats() == 1 ? null : version.settings().repeats());
  }

  private void announce(BenchmarkVersion version) {
    outbox.add(BenchmarkChanged.KEY, view(version));
  }

  private String freeze(BenchmarkVersion version, JudgingProtocol judging) {
    String hash = judging.hash();
    database
        .createNativeMutationQuery(
            "insert into judging_protocol (hash, body) values (?1, ?2) on conflict do nothing")
        .setParameter(1, hash)
        .setParameter(2, Json.write(judging))
        .executeUpdate();
    database
        .createNativeMutationQuery(
            "insert into version_judging (version_id, suite, hash) values (?1, ?2, ?3)")
        .setParameter(1, version.id)
        .setParameter(2, judging.suite())
        .setParameter(3, hash)
        .executeUpdate();
    return hash;
  }
}
