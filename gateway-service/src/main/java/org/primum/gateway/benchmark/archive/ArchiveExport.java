package org.primum.gateway.benchmark.archive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.benchmark.publication.StoredContent;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;

/** Writes what was published as an archive, a page of items at a time. */
@ApplicationScoped
class ArchiveExport {

  private static final int PAGE = 500;

  private final BenchmarkVersions versions;
  private final FrozenJudging frozen;
  private final VersionItems items;
  private final StoredContent content;
  private final AuditLog audit;

  ArchiveExport(
      BenchmarkVersions versions,
      FrozenJudging frozen,
      VersionItems items,
      StoredContent content,
      AuditLog audit) {
    this.versions = versions;
    this.frozen = frozen;
    this.items = items;
    this.content = content;
    this.audit = audit;
  }

  /**
   * A version that can be exported.
   *
   * @param id its key
   */
  record Exportable(UUID id, Manifest manifest) {}

  /**
   * What the archive will say.
   *
   * @throws Problem when it is a draft, or is not what was published any more
   */
  Exportable prepare(String benchmark, String version) {
    return QuarkusTransaction.requiringNew().call(() -> prepared(benchmark, version));
  }

  void write(Exportable version, OutputStream target) throws IOException {
    ArchiveWriter archive = new ArchiveWriter(target, version.manifest());
    for (String suite : version.manifest().items().keySet()) {
      archive.suite(suite);
      int from = 0;
      for (List<Item> page = page(version, suite, from);
          !page.isEmpty();
          page = page(version, suite, from)) {
        for (Item item : page) {
          archive.item(item);
        }
        from += page.size();
      }
    }
    archive.finish();
  }

  private List<Item> page(Exportable version, String suite, int from) {
    return QuarkusTransaction.requiringNew()
        .call(() -> items.page(version.id(), suite, null, from, PAGE));
  }

  private Exportable prepared(String benchmark, String version) {
    BenchmarkVersion found = versions.required(benchmark, version);
    if (found.isDraft()) {
      throw Problem.conflict("A draft has no archive yet. Publish it first.");
    }
    if (found.canary() == null || !content.matches(found)) {
      throw Problem.conflict(
          """
          Version %s of %s cannot be exported: it was published by an earlier release, or its \
          content was changed in the database and no longer matches its hash.\
          """
              .formatted(version, benchmark));
    }
    audit.add("export-archive", benchmark + " " + version);
    return new Exportable(found.id(), manifest(found));
  }

  private Manifest manifest(BenchmarkVersion version) {
    SortedMap<String, ArchivedJudging> judging = new TreeMap<>();
    SortedMap<String, ArchivedJudge> panel = new TreeMap<>();
    for (JudgingProtocol protocol : frozen.of(version).values()) {
      judging.put(protocol.suite(), ArchivedJudging.of(protocol));
      protocol.judges().forEach(judge -> panel.put(judge.name(), ArchivedJudge.of(judge)));
    }
    return new Manifest(
        Manifest.FORMAT,
        version.benchmark(),
        version.version(),
        version.state(),
        version.publishedAt(),
        version.retiredAt(),
        version.notes(),
        version.privateItems(),
        version.settings(),
        version.judges(),
        List.copyOf(panel.values()),
        judging,
        new TreeMap<>(items.counts(version.id())),
        version.contentHash(),
        version.canary());
  }
}
