package org.primum.judge.judgement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import org.primum.messaging.Claims;
import org.primum.messaging.Outbox;
import org.primum.protocol.message.VerdictReached;

/** Claims answers to judge and records what came of it, each in one short transaction. */
@ApplicationScoped
public class Judgements implements PanacheRepositoryBase<Judgement, UUID> {

  private final Claims claims;
  private final Outbox outbox;
  private final Clock clock;

  Judgements(Claims claims, Outbox outbox, Clock clock) {
    this.claims = claims;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Claims an answer for this replica. A verdict that is there already is sent again.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @return whether the caller is to judge
   */
  public boolean claim(UUID taskId, boolean redelivered) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              boolean taken = claims.take("judgement", taskId, redelivered);
              if (!taken) {
                findByIdOptional(taskId)
                    .filter(Judgement::recorded)
                    .ifPresent(recorded -> outbox.add(VerdictReached.KEY, recorded.message()));
              }
              return taken;
            });
  }

  /**
   * Records an outcome, unless somebody has already, and sends it on.
   *
   * @param protocol the hash of the judging protocol that was applied
   */
  public void record(String protocol, VerdictReached reached) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Judgement found = findById(reached.taskId(), LockModeType.PESSIMISTIC_WRITE);
              if (!found.recorded()) {
                found.record(protocol, reached, clock.instant());
                outbox.add(VerdictReached.KEY, found.message());
              }
            });
  }
}
