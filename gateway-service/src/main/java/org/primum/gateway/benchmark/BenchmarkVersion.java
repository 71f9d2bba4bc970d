package org.primum.gateway.benchmark;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.primum.protocol.Json;
import org.primum.protocol.benchmark.VersionSettings;

/** One version of a benchmark: a draft until it is published, immutable from then on. */
@Entity
@Table(name = "benchmark_version")
public class BenchmarkVersion {

  static final String DRAFT = "draft";
  static final String PUBLISHED = "published";
  static final String RETIRED = "retired";

  /** What an imported run ran on: it holds no items and takes no evaluation. */
  static final String IMPORTED = "imported";

  @Id UUID id;

  String benchmark;
  String version;
  String state;

  @Column(name = "private_items")
  boolean privateItems;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> judges;

  @Column(name = "content_hash")
  String contentHash;

  String settings;

  String notes;

  String canary;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "retired_at")
  Instant retiredAt;

  /** The version's key. */
  public UUID id() {
    return id;
  }

  /** The benchmark's name. */
  public String benchmark() {
    return benchmark;
  }

  /** The version. */
  public String version() {
    return version;
  }

  /** Whether evaluations may start on it. */
  public boolean published() {
    return PUBLISHED.equals(state);
  }

  /** Whether items are shown only to reviewers and owners. */
  public boolean privateItems() {
    return privateItems;
  }

  /** Names of the judges. */
  public List<String> judges() {
    return List.copyOf(judges);
  }

  /** How models are asked and their answers judged. */
  public VersionSettings settings() {
    return settings == null
        ? VersionSettings.PUBLISHED
        : Json.read(settings, VersionSettings.class);
  }

  /** The hash over all that can move a number; null for a draft. */
  public String contentHash() {
    return contentHash;
  }
}
