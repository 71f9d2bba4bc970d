package org.primum.leaderboard.benchmark;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;

/** What the read model knows of published and retired versions. */
@ApplicationScoped
@Transactional
public class BenchmarkVersions
    implements PanacheRepositoryBase<BenchmarkVersion, BenchmarkVersion.Key> {

  private final EntityManager database;

  BenchmarkVersions(EntityManager database) {
    this.database = database;
  }

  /** Takes a message; what is retired stays so, whichever message comes late. */
  public void take(BenchmarkChanged message) {
    database
        .createNativeQuery(
            """
            insert into benchmark_version (benchmark, version, published_at, retired_at, body)
            values (?1, ?2, ?3, ?4, ?5)
            on conflict (benchmark, version) do update set published_at = excluded.published_at,
              retired_at = excluded.retired_at, body = excluded.body
            where benchmark_version.retired_at is null or excluded.retired_at is not null
            """)
        .setParameter(1, message.benchmark())
        .setParameter(2, message.version())
        .setParameter(3, utc(message.publishedAt()))
        .setParameter(4, utc(message.retiredAt()))
        .setParameter(5, Json.write(message))
        .executeUpdate();
  }

  /** A version that was published, retired ones too; never a draft. */
  public Optional<BenchmarkChanged> one(String benchmark, String version) {
    // PostgreSQL takes no NUL in a text.
    if (benchmark.indexOf('\0') >= 0 || version.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return find("benchmark = ?1 and version = ?2 and publishedAt is not null", benchmark, version)
        .firstResultOptional()
        .map(BenchmarkVersion::message);
  }

  /** Every version of that benchmark that was published, retired ones too, newest first. */
  List<BenchmarkChanged> of(String benchmark) {
    return find("benchmark = ?1 and publishedAt is not null order by publishedAt desc", benchmark)
        .stream()
        .map(BenchmarkVersion::message)
        .toList();
  }

  /** Versions that take evaluations, newest first. */
  public List<BenchmarkChanged> published() {
    return find("publishedAt is not null and retiredAt is null order by publishedAt desc").stream()
        .map(BenchmarkVersion::message)
        .toList();
  }

  /** Versions that take no more evaluations. */
  public List<BenchmarkChanged> retired() {
    return find("retiredAt is not null order by retiredAt desc").stream()
        .map(BenchmarkVersion::message)
        .toList();
  }

  private static Object utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
