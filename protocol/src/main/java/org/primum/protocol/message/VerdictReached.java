package org.primum.protocol.message;

import java.util.List;
import java.util.UUID;
import org.primum.protocol.Failure;
import org.primum.protocol.Require;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;

/**
 * Judge to gateway, {@value #KEY}: the verdict and every vote it came from.
 *
 * @param taskId as it came with the answer
 * @param verdict null when there is a failure
 * @param failure null when there is a verdict
 * @param votes every vote asked for, the unreadable ones too
 * @param identity names the verdict by everything that could move it; null from a judge of old
 * @param attempt which handing out of the answer this came of; null from a judge of old
 * @param passing whether the same answer may be judged later, from the votes that are there on;
 *     null for no
 * @param reports what the judge met at each endpoint it asked since the answer was handed out
 */
public record VerdictReached(
    UUID taskId,
    Verdict verdict,
    Failure failure,
    List<Vote> votes,
    String identity,
    Integer attempt,
    Boolean passing,
    List<EndpointReport> reports) {

  /** Routing key. */
  public static final String KEY = "verdict.v1";

  public VerdictReached {
    Require.present(taskId, "taskId");
    Require.that(
        (verdict == null) != (failure == null), "exactly one of verdict and failure is needed");
    Require.that(verdict == null || passing == null || !passing, "only a failure may pass");
    votes = votes == null ? List.of() : List.copyOf(votes);
    reports = reports == null ? List.of() : List.copyOf(reports);
  }

  /** An outcome that says nothing of the endpoints and is final. */
  public VerdictReached(
      UUID taskId, Verdict verdict, Failure failure, List<Vote> votes, String identity) {
    this(taskId, verdict, failure, votes, identity, null, null, null);
  }

  /** Whether the same answer may be judged later. */
  public boolean mayPass() {
    return Boolean.TRUE.equals(passing);
  }

  /** Whether no judge was asked at all, because of what was met before its turn. */
  public boolean unasked() {
    return mayPass() && reports.isEmpty();
  }

  /** A verdict without its identity. */
  public VerdictReached(UUID taskId, Verdict verdict, Failure failure, List<Vote> votes) {
    this(taskId, verdict, failure, votes, null);
  }
}
