package org.primum.gateway.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.Session;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;

/** How the answers to published versions are judged, as it was frozen with them. */
@ApplicationScoped
public class FrozenJudging {

  private final Session database;

  FrozenJudging(Session database) {
    this.database = database;
  }

  /** Freezes how one suite of a version is judged; the version is still a draft. */
  public void freeze(BenchmarkVersion version, JudgingProtocol judging) {
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
  }

  /** The judging protocol behind a hash, as JSON. */
  public Optional<String> body(String hash) {
    return database
        .createNativeQuery("select body from judging_protocol where hash = ?1", String.class)
        .setParameter(1, hash)
        .uniqueResultOptional();
  }

  /**
   * How each suite of a published version is judged; empty for a draft.
   *
   * @throws IllegalArgumentException when a judging protocol cannot be read
   */
  public SortedMap<String, JudgingProtocol> of(BenchmarkVersion version) {
    SortedMap<String, JudgingProtocol> judging = new TreeMap<>();
    database
        .createNativeQuery(
            """
            select suite, body from judging_protocol
              join version_judging on version_judging.hash = judging_protocol.hash
            where version_id = ?1
            """,
            Tuple.class)
        .setParameter(1, version.id)
        .getResultStream()
        .forEach(
            row ->
                judging.put(
                    row.get(0, String.class),
                    Json.read(row.get(1, String.class), JudgingProtocol.class)));
    return judging;
  }

  /** The same, to look at: empty when an earlier release froze it in another form. */
  public SortedMap<String, JudgingProtocol> known(BenchmarkVersion version) {
    try {
      return of(version);
    } catch (IllegalArgumentException ofOld) {
      return new TreeMap<>();
    }
  }

  /**
   * Every judge of a published version; a judge of several suites once. None of a version that an
   * earlier release published in another form.
   */
  public List<JudgingProtocol.Judge> panel(BenchmarkVersion version) {
    return known(version).values().stream()
        .flatMap(protocol -> protocol.judges().stream())
        .distinct()
        .toList();
  }
}
