package org.primum.runner.asking;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.primum.messaging.TaskLedger;
import org.primum.messaging.TaskLedgers;
import org.primum.protocol.message.AnswerRecorded;

/** Which prompts are claimed, and what the models said to them. */
class TranscriptLedger {

  @Produces
  @Singleton
  TaskLedger transcripts(TaskLedgers ledgers) {
    return ledgers.in("transcript", AnswerRecorded.KEY);
  }

  void close(@Disposes TaskLedger transcripts) {
    transcripts.close();
  }
}
