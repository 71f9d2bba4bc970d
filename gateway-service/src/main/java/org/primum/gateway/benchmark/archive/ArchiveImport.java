package org.primum.gateway.benchmark.archive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.benchmark.VersionName;
import org.primum.gateway.benchmark.publication.StoredContent;
import org.primum.gateway.benchmark.publication.SuiteJudging;
import org.primum.gateway.judge.JudgeAdoption;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suites;
import org.primum.protocol.validation.ItemKey;

/**
 * Brings an archive in as a draft that would be published with the very hash of the archive; or not
 * at all.
 */
@ApplicationScoped
class ArchiveImport {

  private static final int MAX_CANARY = 500;
  private static final int MAX_NAME = 100;

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final JudgeAdoption judges;
  private final SuiteJudging judging;
  private final AuditLog audit;

  ArchiveImport(
      BenchmarkVersions versions,
      VersionItems items,
      JudgeAdoption judges,
      SuiteJudging judging,
      AuditLog audit) {
    this.versions = versions;
    this.items = items;
    this.judges = judges;
    this.judging = judging;
    this.audit = audit;
  }

  /**
   * Brings it in.
   *
   * @param benchmark the name to bring it in under; null for its own
   * @throws Problem when it is altered, or does not fit here
   */
  BenchmarkChanged take(Archive archive, String benchmark) {
    Manifest manifest = archive.manifest();
    check(archive);
    List<JudgingProtocol.Judge> panel =
        manifest.panel().stream().map(ArchivedJudge::judge).toList();
    panel.forEach(judges::check);
    return QuarkusTransaction.requiringNew()
        .call(() -> draft(archive, panel, benchmark == null ? manifest.benchmark() : benchmark));
  }

  private static void check(Archive archive) {
    Manifest manifest = archive.manifest();
    try {
      Set<ItemKey> seen = new HashSet<>();
      for (Item item : archive.items()) {
        String problem = Suites.of(item.suite()).problem(item);
        if (problem != null || !seen.add(new ItemKey(item.suite(), item.id()))) {
          throw new DamagedArchiveException(
              "item %s of %s is there twice or cannot be: %s"
                  .formatted(item.id(), item.suite(), problem));
        }
      }
      String hash = StoredContent.hash(archive.items(), manifest.settings(), manifest.protocols());
      if (!hash.equals(manifest.contentHash())) {
        throw new DamagedArchiveException(
            "its content does not have the hash it names, or another release of Primum made it,"
                + " which asks or judges in other words");
      }
    } catch (IllegalArgumentException impossible) {
      throw new DamagedArchiveException(impossible.getMessage());
    }
    if (!VersionName.acceptable(manifest.canary(), MAX_CANARY)
        || !acceptable(manifest.notes(), VersionName.MAX_NOTES)
        || !acceptable(manifest.settings().generation().systemPrompt(), Item.MAX_PROMPT)
        || !judgeNames(manifest).allMatch(name -> acceptable(name, MAX_NAME))) {
      throw new DamagedArchiveException(
          "its notes, canary, system prompt or names of judges are too long or no plain text");
    }
  }

  private static boolean acceptable(String text, int longest) {
    return text == null || VersionName.acceptable(text, longest);
  }

  private static Stream<String> judgeNames(Manifest manifest) {
    return Stream.concat(
        manifest.judges().stream(),
        manifest.settings().judging().values().stream()
            .flatMap(settings -> settings.judges().stream()));
  }

  private BenchmarkChanged draft(
      Archive archive, List<JudgingProtocol.Judge> panel, String benchmark) {
    Manifest manifest = archive.manifest();
    panel.forEach(judges::adopt);
    BenchmarkVersion draft = versions.newDraft(benchmark, manifest.version());
    draft.setUp(manifest.settings());
    draft.judgedBy(manifest.judges());
    draft.note(manifest.notes());
    draft.keepPrivate(manifest.privateItems());
    draft.markWith(manifest.canary());
    items.append(draft.id(), archive.items());
    refuseOtherJudging(manifest, judgedHere(draft, manifest));
    audit.add(
        "import-archive",
        "%s %s %s".formatted(benchmark, manifest.version(), manifest.contentHash()));
    return withHash(versions.view(draft), manifest.contentHash());
  }

  private SortedMap<String, JudgingProtocol> judgedHere(BenchmarkVersion draft, Manifest manifest) {
    try {
      return judging.of(draft, manifest.judging().keySet());
    } catch (IllegalArgumentException impossible) {
      throw new DamagedArchiveException(impossible.getMessage());
    }
  }

  /** The same settings and judges make another protocol where the code asks in other words. */
  private static void refuseOtherJudging(
      Manifest manifest, SortedMap<String, JudgingProtocol> here) {
    Map<String, String> hashes =
        manifest.judging().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().hash()));
    List<String> other =
        here.values().stream()
            .filter(protocol -> !protocol.hash().equals(hashes.get(protocol.suite())))
            .map(JudgingProtocol::suite)
            .toList();
    if (!other.isEmpty()) {
      throw Problem.conflict(
          """
          This Primum judges %s in another way than the one that made the archive, so the version \
          would not have the same hash. Use the same release of Primum on both sides.\
          """
              .formatted(String.join(", ", other)));
    }
  }

  private static BenchmarkChanged withHash(BenchmarkChanged draft, String contentHash) {
    return new BenchmarkChanged(
        draft.benchmark(),
        draft.version(),
        draft.state(),
        draft.privateItems(),
        contentHash,
        draft.items(),
        draft.judges(),
        draft.publishedAt(),
        draft.retiredAt(),
        draft.notes(),
        draft.privateCounts(),
        draft.repeats());
  }
}
