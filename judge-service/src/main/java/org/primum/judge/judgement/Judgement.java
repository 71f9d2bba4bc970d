package org.primum.judge.judgement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.primum.protocol.Failure;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.VerdictReached;

/** One answer that was claimed and, once it is judged, what the judges came to. */
@Entity
public class Judgement {

  @Id
  @Column(name = "task_id")
  UUID taskId;

  @Column(name = "claimed_by")
  UUID claimedBy;

  @Column(name = "claimed_until")
  Instant claimedUntil;

  String judging;
  String verdict;
  String failure;
  String votes;
  String identity;

  @Column(name = "recorded_at")
  Instant recordedAt;

  boolean recorded() {
    return recordedAt != null;
  }

  void record(String protocol, VerdictReached reached, Instant now) {
    judging = protocol;
    verdict = reached.verdict() == null ? null : Json.write(reached.verdict());
    failure = reached.failure() == null ? null : Json.write(reached.failure());
    votes = Json.write(reached.votes());
    identity = reached.identity();
    recordedAt = now;
  }

  VerdictReached message() {
    return new VerdictReached(
        taskId,
        verdict == null ? null : Json.read(verdict, Verdict.class),
        failure == null ? null : Json.read(failure, Failure.class),
        List.of(Json.read(votes, Vote[].class)),
        identity);
  }
}
