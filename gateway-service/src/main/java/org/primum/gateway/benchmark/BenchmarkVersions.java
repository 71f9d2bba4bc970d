package org.primum.gateway.benchmark;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.benchmark.importing.BenchmarkImport;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.message.BenchmarkChanged;

/** Benchmark versions. */
@ApplicationScoped
public class BenchmarkVersions implements PanacheRepositoryBase<BenchmarkVersion, UUID> {

  private final VersionItems items;
  private final VersionMethods methods;
  private final Session database;
  private final Clock clock;

  BenchmarkVersions(VersionItems items, VersionMethods methods, Session database, Clock clock) {
    this.items = items;
    this.methods = methods;
    this.database = database;
    this.clock = clock;
  }

  Optional<BenchmarkVersion> find(String benchmark, String version) {
    return find("benchmark = ?1 and version = ?2", benchmark, version).firstResultOptional();
  }

  /**
   * The version.
   *
   * @throws Problem when there is none
   */
  public BenchmarkVersion required(String benchmark, String version) {
    return find(benchmark, version).orElseThrow(() -> missing(benchmark, version));
  }

  /**
   * The version, locked for a change and read after the lock was there.
   *
   * @throws Problem when there is none
   */
  public BenchmarkVersion change(String benchmark, String version) {
    return locked(benchmark, version).orElseThrow(() -> missing(benchmark, version));
  }

  /**
   * The draft, locked for a change. Locked at once: a draft read before it is locked may be
   * published meanwhile.
   *
   * @throws Problem when there is none, or when it is no draft any more
   */
  public BenchmarkVersion changeDraft(String benchmark, String version) {
    BenchmarkVersion draft = change(benchmark, version);
    draft.refuseUnlessDraft();
    return draft;
  }

  /**
   * The draft, locked for a change; a new one when there is no such version.
   *
   * @throws Problem when the version is no draft any more, or its names cannot be taken
   */
  public BenchmarkVersion draft(String benchmark, String version) {
    Optional<BenchmarkVersion> found = locked(benchmark, version);
    found.ifPresent(BenchmarkVersion::refuseUnlessDraft);
    return found.orElseGet(() -> created(benchmark, version));
  }

  /**
   * A new draft.
   *
   * @throws Problem when there is such a version already, or its names cannot be taken
   */
  public BenchmarkVersion newDraft(String benchmark, String version) {
    if (find(benchmark, version).isPresent()) {
      throw Problem.conflict(
          "There is a version %s of %s already. Choose another version number or benchmark."
              .formatted(version, benchmark));
    }
    return created(benchmark, version);
  }

  private BenchmarkVersion created(String benchmark, String version) {
    VersionName.check(benchmark, version);
    BenchmarkVersion draft = BenchmarkVersion.draft(benchmark, version, clock.instant());
    persistAndFlush(draft);
    return draft;
  }

  private Optional<BenchmarkVersion> locked(String benchmark, String version) {
    return find("benchmark = ?1 and version = ?2", benchmark, version)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Versions of the benchmark that are or were published. */
  public List<BenchmarkVersion> publishedOf(String benchmark) {
    return list("benchmark = ?1 and state in ('published', 'retired')", benchmark);
  }

  /** The one of them with the highest number. */
  public Optional<BenchmarkVersion> highestPublishedOf(String benchmark) {
    return publishedOf(benchmark).stream()
        .filter(version -> SemanticVersion.read(version.version()).isPresent())
        .max(
            Comparator.comparing(version -> SemanticVersion.read(version.version()).orElseThrow()));
  }

  /** Lets only one version of a benchmark be published at a time, until the transaction ends. */
  public void lockPublishing(String benchmark) {
    database
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtext('publish'), hashtext(?1))", Integer.class)
        .setParameter(1, benchmark)
        .getSingleResult();
  }

  /**
   * The version named, or the newest published one; not to be retired within this transaction.
   *
   * @param benchmark null for any
   * @param version null for the newest published
   * @throws Problem when there is none that takes evaluations
   */
  public BenchmarkVersion forEvaluation(String benchmark, String version) {
    if (version != null) {
      if (benchmark == null) {
        throw Problem.badRequest("Name the benchmark that version \"" + version + "\" is of.");
      }
      BenchmarkVersion found =
          find("benchmark = ?1 and version = ?2", benchmark, version)
              .withLock(LockModeType.PESSIMISTIC_READ)
              .firstResultOptional()
              .filter(there -> !there.isDraft())
              .orElseThrow(() -> missing(benchmark, version));
      if (!found.published()) {
        throw Problem.conflict(
            "Version %s of %s is %s; an evaluation needs a published version."
                .formatted(version, benchmark, found.state));
      }
      return found;
    }
    return find(
            """
            state = 'published' and (cast(:benchmark as string) is null or benchmark = :benchmark)
            order by publishedAt desc
            """,
            Parameters.with("benchmark", benchmark))
        .withLock(LockModeType.PESSIMISTIC_READ)
        .firstResultOptional()
        .orElseThrow(
            () -> Problem.conflict("There is no published benchmark version to evaluate on yet."));
  }

  /**
   * The suites to run, in order: none named when all are.
   *
   * @param named some of the version's suites; all when empty
   * @throws Problem when the version does not have one of them
   */
  public List<String> chosen(BenchmarkVersion version, List<String> named) {
    Set<String> all = items.counts(version.id).keySet();
    Set<String> wanted = new TreeSet<>(named);
    if (!all.containsAll(wanted)) {
      throw Problem.unacceptable(
          "Version %s of %s has the suites %s, not all of %s."
              .formatted(version.version, version.benchmark, all, wanted));
    }
    return wanted.equals(all) ? List.of() : List.copyOf(wanted);
  }

  /**
   * The version that stands for what an imported run ran on.
   *
   * @param settings null when the run does not say how its model was asked
   */
  public BenchmarkVersion imported(
      String benchmark,
      String name,
      List<String> judges,
      VersionSettings settings,
      boolean privateItems) {
    BenchmarkVersion version = BenchmarkVersion.draft(benchmark, name, clock.instant());
    version.judgedBy(judges);
    version.keepPrivate(privateItems);
    if (settings != null) {
      version.setUp(settings);
    }
    // Every version begins as a draft; nobody sees this one before the transaction ends.
    persistAndFlush(version);
    version.standForImport();
    flush();
    return version;
  }

  /** How many items an import would replace, by suite; none when there is no such version. */
  public Map<String, Integer> replacedBy(BenchmarkImport rows, String benchmark, String version) {
    return find(benchmark, version)
        .map(found -> items.removable(found.id, ItemGroup.of(rows.items()), rows.oneOfSeveral()))
        .orElse(Map.of());
  }

  /** As the API and the messages show it. */
  public BenchmarkChanged view(BenchmarkVersion version) {
    return new BenchmarkChanged(
        version.benchmark,
        version.version,
        version.state,
        version.privateItems,
        version.contentHash,
        items.counts(version.id),
        version.judges,
        version.publishedAt,
        version.retiredAt,
        version.notes,
        items.privateCounts(version.id),
        version.settings().repeats() == 1 ? null : version.settings().repeats(),
        methods.of(version));
  }

  private static Problem missing(String benchmark, String version) {
    return Problem.notFound("There is no version %s of %s.".formatted(version, benchmark));
  }
}
