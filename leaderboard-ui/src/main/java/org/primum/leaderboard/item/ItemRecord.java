package org.primum.leaderboard.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.primum.protocol.Json;
import org.primum.protocol.message.ItemFinished;

/** One finished item of one evaluation. */
@Entity
@Table(name = "item")
class ItemRecord {

  @Id
  @Column(name = "task_id")
  UUID taskId;

  @Column(name = "evaluation_id")
  UUID evaluationId;

  int ordinal;
  String suite;

  @Column(name = "item_id")
  String itemId;

  String category;
  String split;
  String label;
  String failure;
  int repetition;

  /** Null for the public part. */
  String part;

  String body;

  ItemFinished message() {
    return Json.read(body, ItemFinished.class);
  }
}
