package org.primum.gateway.benchmark.staging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.DraftImport;
import org.primum.gateway.benchmark.ImportReport;
import org.primum.gateway.benchmark.ImportTarget;
import org.primum.gateway.benchmark.ItemGroup;
import org.primum.gateway.benchmark.ItemRows;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;

/** Imports that were read and wait to be taken; few of them, and not for long. */
@ApplicationScoped
class StagedImports implements PanacheRepositoryBase<StagedImport, UUID> {

  /** How long one waits. */
  static final Duration KEPT = Duration.ofHours(1);

  /** Most of them at once. */
  static final int MOST = 20;

  private final DraftImport draftImport;
  private final VersionItems items;
  private final Session database;
  private final Clock clock;

  StagedImports(DraftImport draftImport, VersionItems items, Session database, Clock clock) {
    this.draftImport = draftImport;
    this.items = items;
    this.database = database;
    this.clock = clock;
  }

  /** Keeps what was read until it is taken or expires. */
  StagedImport keep(ImportTarget target, ImportReport report, List<Item> items) {
    removeExpired();
    if (count() >= MOST) {
      throw Problem.conflict(
          """
          %d imports wait to be taken, and more are not kept. Take or discard one, or wait until \
          one expires after an hour.\
          """
              .formatted(MOST));
    }
    StagedImport staged =
        StagedImport.of(target, report, clock.instant(), clock.instant().plus(KEPT));
    persistAndFlush(staged);
    ItemRows.insert(database, "staged_item", "import_id", staged.id, 0, items);
    return staged;
  }

  /**
   * The import, locked.
   *
   * @throws Problem when there is none, or none any more
   */
  StagedImport locked(String benchmark, UUID id) {
    StagedImport staged = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (staged == null
        || !staged.benchmark.equals(benchmark)
        || !clock.instant().isBefore(staged.expiresAt)) {
      throw Problem.notFound(
          "There is no such import any more; one is kept for an hour. Send the file again.");
    }
    return staged;
  }

  /** Puts its items in the place of what they replace in the draft, and forgets it. */
  void take(StagedImport staged) {
    BenchmarkVersion draft = draftImport.prepared(staged.target());
    items.remove(draft.id(), groups(staged.id), staged.report().oneOfSeveral());
    database
        .createNativeMutationQuery(
            """
            insert into item (version_id, ordinal, %1$s)
            select ?1, ordinal + (select coalesce(max(ordinal) + 1, 0) from item
              where version_id = ?1), %1$s
            from staged_item where import_id = ?2
            """
                .formatted(ItemRows.COLUMNS))
        .setParameter(1, draft.id())
        .setParameter(2, staged.id)
        .executeUpdate();
    delete(staged);
  }

  private List<ItemGroup> groups(UUID importId) {
    return database
        .createNativeQuery(
            "select distinct suite, category, split from staged_item where import_id = ?1",
            Tuple.class)
        .setParameter(1, importId)
        .getResultStream()
        .map(
            row ->
                new ItemGroup(
                    row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
        .toList();
  }

  /** Forgets what nobody took in time. */
  long removeExpired() {
    return delete("expiresAt <= ?1", clock.instant());
  }
}
