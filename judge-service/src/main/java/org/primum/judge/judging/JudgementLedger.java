package org.primum.judge.judging;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.primum.messaging.TaskLedger;
import org.primum.messaging.TaskLedgers;
import org.primum.protocol.message.VerdictReached;

/** Which answers are claimed, and what the judges came to. */
class JudgementLedger {

  @Produces
  @Singleton
  TaskLedger judgements(TaskLedgers ledgers) {
    return ledgers.in("judgement", VerdictReached.KEY);
  }

  void close(@Disposes TaskLedger judgements) {
    judgements.close();
  }
}
