package org.primum.gateway.benchmark;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;

/** Benchmark versions and their items. */
@ApplicationScoped
public class BenchmarkVersions implements PanacheRepositoryBase<BenchmarkVersion, UUID> {

  private static final String INSERT_ITEM =
      """
      insert into item (version_id, suite, item_id, ordinal, category, split, prompt, document,
        instruction, part)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """;

  private final Session database;

  BenchmarkVersions(Session database) {
    this.database = database;
  }

  Optional<BenchmarkVersion> find(String benchmark, String version) {
    return find("benchmark = ?1 and version = ?2", benchmark, version).firstResultOptional();
  }

  /**
   * The version, locked for a change.
   *
   * @throws Problem when there is none
   */
  BenchmarkVersion change(String benchmark, String version) {
    return locked(benchmark, version).orElseThrow(() -> missing(benchmark, version));
  }

  /** The version, locked for a change and read after the lock was there. */
  Optional<BenchmarkVersion> locked(String benchmark, String version) {
    return find("benchmark = ?1 and version = ?2", benchmark, version)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /**
   * The version named, or the newest published one.
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
          find(benchmark, version)
              .filter(there -> !BenchmarkVersion.DRAFT.equals(there.state))
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
    Set<String> all = counts(version.id).keySet();
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
      boolean privateItems,
      Instant now) {
    BenchmarkVersion version = new BenchmarkVersion();
    version.id = UUID.randomUUID();
    version.benchmark = benchmark;
    version.version = name;
    version.state = BenchmarkVersion.DRAFT;
    version.judges = judges;
    version.settings = settings == null ? null : Json.write(settings);
    version.privateItems = privateItems;
    version.createdAt = now;
    persistAndFlush(version);
    // Every version begins as a draft; nobody sees this one before the transaction ends.
    version.state = BenchmarkVersion.IMPORTED;
    flush();
    return version;
  }

  void replaceSuites(UUID versionId, List<Item> items) {
    items.stream()
        .map(Item::suite)
        .distinct()
        .forEach(
            suite ->
                database
                    .createNativeMutationQuery(
                        "delete from item where version_id = ?1 and suite = ?2")
                    .setParameter(1, versionId)
                    .setParameter(2, suite)
                    .executeUpdate());
    int ordinal =
        database
            .createNativeQuery(
                "select coalesce(max(ordinal) + 1, 0) from item where version_id = ?1",
                Integer.class)
            .setParameter(1, versionId)
            .getSingleResult();
    for (Item item : items) {
      database
          .createNativeMutationQuery(INSERT_ITEM)
          .setParameter(1, versionId)
          .setParameter(2, item.suite())
          .setParameter(3, item.id())
          .setParameter(4, ordinal++)
          .setParameter(5, item.category())
          .setParameter(6, item.split())
          .setParameter(7, item.prompt())
          .setParameter(8, item.document())
          .setParameter(9, item.instruction())
          .setParameter(10, item.part())
          .executeUpdate();
    }
  }

  /** Items in order; a suite of null means all. */
  List<Item> items(UUID versionId, String suite, int offset, int limit) {
    return database
        .createNativeQuery(
            """
            select item_id, suite, category, split, prompt, document, instruction, part from item
            where version_id = ?1 and (cast(?2 as text) is null or suite = ?2)
            order by ordinal offset ?3 limit ?4
            """,
            Tuple.class)
        .setParameter(1, versionId)
        .setParameter(2, suite)
        .setParameter(3, offset)
        .setParameter(4, limit)
        .getResultStream()
        .map(
            row ->
                new Item(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    row.get(4, String.class),
                    row.get(5, String.class),
                    row.get(6, String.class),
                    row.get(7, String.class)))
        .toList();
  }

  /** How many items each suite holds. */
  Map<String, Integer> counts(UUID versionId) {
    return counts(versionId, false);
  }

  /** How many private items each suite holds. */
  Map<String, Integer> privateCounts(UUID versionId) {
    return counts(versionId, true);
  }

  private Map<String, Integer> counts(UUID versionId, boolean onlyPrivate) {
    Map<String, Integer> counts = new TreeMap<>();
    database
        .createNativeQuery(
            """
            select suite, count(*) from item
            where version_id = ?1 and (part is not null or not ?2) group by suite
            """,
            Tuple.class)
        .setParameter(1, versionId)
        .setParameter(2, onlyPrivate)
        .getResultStream()
        .forEach(row -> counts.put(row.get(0, String.class), row.get(1, Number.class).intValue()));
    return counts;
  }

  /** Every judge of a published version, as it was frozen; a judge of several suites once. */
  public List<JudgingProtocol.Judge> panel(BenchmarkVersion version) {
    return database
        .createNativeQuery(
            """
            select body from judging_protocol
              join version_judging on version_judging.hash = judging_protocol.hash
            where version_id = ?1 order by suite
            """,
            String.class)
        .setParameter(1, version.id)
        .getResultStream()
        .flatMap(body -> Json.read(body, JudgingProtocol.class).judges().stream())
        .distinct()
        .toList();
  }

  private static Problem missing(String benchmark, String version) {
    return Problem.notFound("There is no version %s of %s.".formatted(version, benchmark));
  }
}
