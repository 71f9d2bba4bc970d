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
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Json;
import org.primum.protocol.benchmark.VersionSettings;

/** One version of a benchmark: a draft until it is published, immutable from then on. */
@Entity
@Table(name = "benchmark_version")
public class BenchmarkVersion {

  static final String DRAFT = "draft";
  private static final String PUBLISHED = "published";
  private static final String RETIRED = "retired";

  /** What an imported run ran on: it holds no items and takes no evaluation. */
  private static final String IMPORTED = "imported";

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

  /** A new draft without items, set up as the published protocol is. */
  static BenchmarkVersion draft(String benchmark, String version, Instant now) {
    BenchmarkVersion draft = new BenchmarkVersion();
    draft.id = UUID.randomUUID();
    draft.benchmark = benchmark;
    draft.version = version;
    draft.state = DRAFT;
    draft.judges = List.of();
    draft.createdAt = now;
    return draft;
  }

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

  /** Whether it can be changed. */
  public boolean isDraft() {
    return DRAFT.equals(state);
  }

  /** Whether evaluations may start on it. */
  public boolean published() {
    return PUBLISHED.equals(state);
  }

  /**
   * Where it is in its life: {@code draft}, {@code published}, {@code retired} or {@code imported}.
   */
  public String state() {
    return state;
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

  /** What changed since the version before, or null. */
  public String notes() {
    return notes;
  }

  /** By what it can be found in training data; null until it is published. */
  public String canary() {
    return canary;
  }

  /** Null for a draft. */
  public Instant publishedAt() {
    return publishedAt;
  }

  /** Null until it is retired. */
  public Instant retiredAt() {
    return retiredAt;
  }

  /** Has other judges, unless a suite names its own. */
  public void judgedBy(List<String> names) {
    refuseUnlessDraft();
    judges = List.copyOf(names);
  }

  /** Shows its items only to reviewers and owners, or to everybody. */
  public void keepPrivate(boolean whole) {
    refuseUnlessDraft();
    privateItems = whole;
  }

  /** Has other settings. */
  public void setUp(VersionSettings chosen) {
    refuseUnlessDraft();
    settings = Json.write(chosen);
  }

  /** Says what changed since the version before; null for nothing. */
  public void note(String changes) {
    refuseUnlessDraft();
    notes = changes;
  }

  /** Takes the canary of the archive it comes from. */
  public void markWith(String archivedCanary) {
    refuseUnlessDraft();
    canary = archivedCanary;
  }

  /**
   * Freezes it.
   *
   * @param hash over all that can move a number
   * @param newCanary taken unless it has one already
   */
  public void publish(String hash, String newCanary, Instant now) {
    refuseUnlessDraft();
    settings = Json.write(settings());
    contentHash = hash;
    canary = canary == null ? newCanary : canary;
    state = PUBLISHED;
    publishedAt = now;
  }

  /** Stands for what an imported run ran on, from now on. */
  void standForImport() {
    refuseUnlessDraft();
    state = IMPORTED;
  }

  /** Takes no more evaluations from now on. */
  public void retire(Instant now) {
    if (!published()) {
      throw Problem.conflict(
          "Only a published version can be retired; this one is %s.".formatted(state));
    }
    state = RETIRED;
    retiredAt = now;
  }

  /**
   * Refuses what only a draft allows.
   *
   * @throws Problem when it is published or retired
   */
  void refuseUnlessDraft() {
    if (!isDraft()) {
      throw Problem.conflict(
          """
          Version %s of %s is %s and cannot be changed. Import under a new version, or copy it \
          into a new draft.\
          """
              .formatted(version, benchmark, state));
    }
  }
}
