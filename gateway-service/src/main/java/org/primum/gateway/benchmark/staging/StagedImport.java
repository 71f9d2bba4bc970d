package org.primum.gateway.benchmark.staging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.primum.gateway.benchmark.ImportReport;
import org.primum.gateway.benchmark.ImportTarget;
import org.primum.protocol.Json;

/** An import that was read and waits to be taken into its draft. */
@Entity
@Table(name = "staged_import")
class StagedImport {

  @Id UUID id;

  String benchmark;
  String version;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> judges;

  @Column(name = "private_items")
  Boolean privateItems;

  String notes;

  String report;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  static StagedImport of(ImportTarget target, ImportReport report, Instant now, Instant expires) {
    StagedImport staged = new StagedImport();
    staged.id = UUID.randomUUID();
    staged.benchmark = target.benchmark();
    staged.version = target.version();
    staged.judges = target.judges();
    staged.privateItems = target.privateItems();
    staged.notes = target.notes();
    staged.report = Json.write(report);
    staged.createdAt = now;
    staged.expiresAt = expires;
    return staged;
  }

  ImportTarget target() {
    return new ImportTarget(benchmark, version, judges, privateItems, notes);
  }

  ImportReport report() {
    return Json.read(report, ImportReport.class);
  }
}
