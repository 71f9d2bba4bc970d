package org.primum.leaderboard.benchmark;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;

/** A published or retired version as its newest message told of it. */
@Entity
@Table(name = "benchmark_version")
@IdClass(BenchmarkVersion.Key.class)
class BenchmarkVersion {

  @Id String benchmark;
  @Id String version;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "retired_at")
  Instant retiredAt;

  String body;

  BenchmarkChanged message() {
    return Json.read(body, BenchmarkChanged.class);
  }

  /** The version's name within all benchmarks. */
  static class Key {

    String benchmark;
    String version;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(benchmark, key.benchmark)
          && Objects.equals(version, key.version);
    }

    @Override
    public int hashCode() {
      return Objects.hash(benchmark, version);
    }
  }
}
