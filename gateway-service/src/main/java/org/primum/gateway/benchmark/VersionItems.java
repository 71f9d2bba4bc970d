package org.primum.gateway.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.validation.ItemKey;

/**
 * The items of benchmark versions, in order. Whoever changes some holds the version's row locked.
 */
@ApplicationScoped
public class VersionItems {

  private static final String CHANGE =
      """
      update item set category = ?4, split = ?5, prompt = ?6, document = ?7, instruction = ?8,
        part = ?9
      where version_id = ?1 and suite = ?2 and item_id = ?3
      """;

  private static final String OF_GROUPS =
      """
      version_id = ?1 and exists (
        select from unnest(cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]))
          as wanted (suite, category, split)
        where wanted.suite = item.suite and (not ?5
          or (wanted.category = item.category and wanted.split is not distinct from item.split)))
      """;

  private final Session database;

  VersionItems(Session database) {
    this.database = database;
  }

  /** All of them. */
  public List<Item> all(UUID versionId) {
    return page(versionId, null, null, 0, Integer.MAX_VALUE);
  }

  /**
   * Some of them.
   *
   * @param suite null for all suites
   * @param search what id or prompt holds, in any case; null for anything
   */
  public List<Item> page(UUID versionId, String suite, String search, int offset, int limit) {
    return database
        .createNativeQuery(
            """
            select %s from item
            where version_id = ?1 and (cast(?2 as text) is null or suite = ?2)
              and (cast(?3 as text) is null or position(lower(?3) in lower(item_id)) > 0
                or position(lower(?3) in lower(prompt)) > 0)
            order by ordinal offset ?4 limit ?5
            """
                .formatted(ItemRows.COLUMNS),
            Tuple.class)
        .setParameter(1, versionId)
        .setParameter(2, suite)
        .setParameter(3, search)
        .setParameter(4, offset)
        .setParameter(5, limit)
        .getResultStream()
        .map(ItemRows::item)
        .toList();
  }

  /**
   * Some of a suite's items by lot, always the same ones; all of them when there are no more.
   *
   * @param most how many at the most
   */
  public List<Item> some(UUID versionId, String suite, int most) {
    return database
        .createNativeQuery(
            """
            select %s from item where version_id = ?1 and suite = ?2
            order by md5(item_id), item_id limit ?3
            """
                .formatted(ItemRows.COLUMNS),
            Tuple.class)
        .setParameter(1, versionId)
        .setParameter(2, suite)
        .setParameter(3, most)
        .getResultStream()
        .map(ItemRows::item)
        .toList();
  }

  /** One of them. */
  public Optional<Item> find(UUID versionId, String suite, String id) {
    return database
        .createNativeQuery(
            "select %s from item where version_id = ?1 and suite = ?2 and item_id = ?3"
                .formatted(ItemRows.COLUMNS),
            Tuple.class)
        .setParameter(1, versionId)
        .setParameter(2, suite)
        .setParameter(3, id)
        .getResultStream()
        .map(ItemRows::item)
        .findFirst();
  }

  /**
   * One of them.
   *
   * @throws Problem when there is no such item
   */
  public Item required(BenchmarkVersion version, String suite, String id) {
    return find(version.id(), suite, id)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "There is no item %s of suite %s in version %s of %s."
                        .formatted(id, suite, version.version(), version.benchmark())));
  }

  /** How many items each suite holds. */
  public Map<String, Integer> counts(UUID versionId) {
    return counts(versionId, false);
  }

  /** How many private items each suite holds. */
  public Map<String, Integer> privateCounts(UUID versionId) {
    return counts(versionId, true);
  }

  /**
   * Items of one category and split of a suite.
   *
   * @param split null in suites without splits
   * @param items how many there are
   */
  record Share(String suite, String category, String split, int items) {}

  /** How many items there are of each category and split of each suite. */
  List<Share> shares(UUID versionId) {
    return database
        .createNativeQuery(
            """
            select suite, category, split, count(*) from item
            where version_id = ?1 group by suite, category, split
            """,
            Tuple.class)
        .setParameter(1, versionId)
        .getResultStream()
        .map(
            row ->
                new Share(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Number.class).intValue()))
        .toList();
  }

  /** Changes the item of that suite and id in its place, or adds it at the end. */
  public void put(UUID versionId, Item item) {
    int changed =
        database
            .createNativeMutationQuery(CHANGE)
            .setParameter(1, versionId)
            .setParameter(2, item.suite())
            .setParameter(3, item.id())
            .setParameter(4, item.category())
            .setParameter(5, item.split())
            .setParameter(6, item.prompt())
            .setParameter(7, item.document())
            .setParameter(8, item.instruction())
            .setParameter(9, item.part())
            .executeUpdate();
    if (changed == 0) {
      append(versionId, List.of(item));
    }
  }

  /** Removes an item. */
  public void remove(UUID versionId, String suite, String id) {
    database
        .createNativeMutationQuery(
            "delete from item where version_id = ?1 and suite = ?2 and item_id = ?3")
        .setParameter(1, versionId)
        .setParameter(2, suite)
        .setParameter(3, id)
        .executeUpdate();
  }

  /**
   * Removes a suite's items.
   *
   * @return how many there were
   */
  public int removeSuite(UUID versionId, String suite) {
    return database
        .createNativeMutationQuery("delete from item where version_id = ?1 and suite = ?2")
        .setParameter(1, versionId)
        .setParameter(2, suite)
        .executeUpdate();
  }

  /**
   * Puts these items in the place of all that their suites hold; when they are one file of several,
   * of all that their groups hold, so that a suite can be brought in file by file.
   */
  public void replace(UUID versionId, List<Item> items, boolean oneOfSeveral) {
    remove(versionId, ItemGroup.of(items), oneOfSeveral);
    append(versionId, items);
  }

  /** Removes whole suites, or of these suites only the groups named. */
  public void remove(UUID versionId, Collection<ItemGroup> groups, boolean onlyGroups) {
    bound(
            database.createNativeMutationQuery("delete from item where " + OF_GROUPS),
            versionId,
            groups,
            onlyGroups)
        .executeUpdate();
  }

  /** How many items that would remove, by suite. */
  public Map<String, Integer> removable(
      UUID versionId, Collection<ItemGroup> groups, boolean onlyGroups) {
    Map<String, Integer> counts = new TreeMap<>();
    bound(
            database.createNativeQuery(
                "select suite, count(*) from item where %s group by suite".formatted(OF_GROUPS),
                Tuple.class),
            versionId,
            groups,
            onlyGroups)
        .getResultStream()
        .forEach(row -> counts.put(row.get(0, String.class), row.get(1, Number.class).intValue()));
    return counts;
  }

  private static <Q extends CommonQueryContract> Q bound(
      Q query, UUID versionId, Collection<ItemGroup> groups, boolean onlyGroups) {
    query.setParameter(1, versionId);
    query.setParameter(2, groups.stream().map(ItemGroup::suite).toArray(String[]::new));
    query.setParameter(3, groups.stream().map(ItemGroup::category).toArray(String[]::new));
    query.setParameter(4, groups.stream().map(ItemGroup::split).toArray(String[]::new));
    query.setParameter(5, onlyGroups);
    return query;
  }

  /** Copies all items of one version into another that has none. */
  public void copy(UUID from, UUID into) {
    database
        .createNativeMutationQuery(
            """
            insert into item (version_id, ordinal, %1$s)
            select ?2, ordinal, %1$s from item where version_id = ?1
            """
                .formatted(ItemRows.COLUMNS))
        .setParameter(1, from)
        .setParameter(2, into)
        .executeUpdate();
  }

  /** Makes these items private, and every other item of the version public. */
  public void hide(UUID versionId, Collection<ItemKey> hidden) {
    Map<String, Set<String>> bySuite =
        hidden.stream()
            .collect(
                Collectors.groupingBy(
                    ItemKey::suite, Collectors.mapping(ItemKey::id, Collectors.toSet())));
    database
        .createNativeMutationQuery(
            "update item set part = null where version_id = ?1 and part is not null")
        .setParameter(1, versionId)
        .executeUpdate();
    bySuite.forEach(
        (suite, ids) ->
            database
                .createNativeMutationQuery(
                    """
                    update item set part = 'private'
                    where version_id = ?1 and suite = ?2 and item_id = any(?3)
                    """)
                .setParameter(1, versionId)
                .setParameter(2, suite)
                .setParameter(3, ids.toArray(String[]::new))
                .executeUpdate());
  }

  /** Adds items at the end. */
  public void append(UUID versionId, List<Item> items) {
    int ordinal =
        database
            .createNativeQuery(
                "select coalesce(max(ordinal) + 1, 0) from item where version_id = ?1",
                Integer.class)
            .setParameter(1, versionId)
            .getSingleResult();
    ItemRows.insert(database, "item", "version_id", versionId, ordinal, items);
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
}
