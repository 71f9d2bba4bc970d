package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Json;

/** The paces of endpoints, as the database keeps them for all replicas of the gateway. */
@ApplicationScoped
class Paces {

  /** For an endpoint that nobody lists any more, but that a published version still names. */
  private static final int UNLISTED_MOST = 1_000;

  /**
   * An endpoint's pace, with its owner's upper bound.
   *
   * @param pace how it is paced
   * @param most most requests at once
   */
  record Paced(Pace pace, int most) {}

  private final Session database;

  Paces(Session database) {
    this.database = database;
  }

  /**
   * The paces of these endpoints, locked until the transaction ends. Whoever locks task rows as
   * well does so before.
   */
  SequencedMap<UUID, Paced> locked(Collection<UUID> endpoints) {
    TreeMap<UUID, Paced> found = read(endpoints);
    if (found.size() < endpoints.size()) {
      database
          .createNativeMutationQuery(
              """
              insert into pace (endpoint_id, body) select endpoint, ?2
              from unnest(?1) as endpoint order by endpoint on conflict do nothing
              """)
          .setParameter(1, endpoints.toArray(UUID[]::new))
          .setParameter(2, Json.write(Pace.fresh()))
          .executeUpdate();
      found = read(endpoints);
    }
    return found;
  }

  private TreeMap<UUID, Paced> read(Collection<UUID> endpoints) {
    TreeMap<UUID, Paced> found = new TreeMap<>();
    database
        .createNativeQuery(
            """
            select pace.endpoint_id as endpoint, pace.body as body,
              coalesce(model.max_concurrency, judge.max_concurrency) as most
            from pace left join model on model.id = pace.endpoint_id
              left join judge on judge.endpoint_id = pace.endpoint_id
            where pace.endpoint_id = any(?1) order by pace.endpoint_id for update of pace
            """,
            Tuple.class)
        .setParameter(1, endpoints.toArray(UUID[]::new))
        .getResultList()
        .forEach(
            row -> {
              Integer most = row.get("most", Integer.class);
              found.put(
                  row.get("endpoint", UUID.class),
                  new Paced(
                      Json.read(row.get("body", String.class), Pace.class),
                      most == null ? UNLISTED_MOST : most));
            });
    return found;
  }

  /** The paces of those of the endpoints that have one, as they are now. */
  Map<UUID, Pace> known(Collection<UUID> endpoints) {
    Map<UUID, Pace> known = new HashMap<>();
    database
        .createNativeQuery(
            "select endpoint_id as endpoint, body as body from pace where endpoint_id = any(?1)",
            Tuple.class)
        .setParameter(1, endpoints.toArray(UUID[]::new))
        .getResultList()
        .forEach(
            row ->
                known.put(
                    row.get("endpoint", UUID.class),
                    Json.read(row.get("body", String.class), Pace.class)));
    return known;
  }

  /** Keeps changed paces; their rows are locked. */
  void save(Map<UUID, Pace> changed) {
    if (changed.isEmpty()) {
      return;
    }
    database
        .createNativeMutationQuery(
            """
            update pace set body = changed.body
            from unnest(?1, ?2) as changed (endpoint_id, body)
            where pace.endpoint_id = changed.endpoint_id
            """)
        .setParameter(1, changed.keySet().toArray(UUID[]::new))
        .setParameter(2, changed.values().stream().map(Json::write).toArray(String[]::new))
        .executeUpdate();
  }
}
