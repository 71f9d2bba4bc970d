package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Goes through the finished tasks of an evaluation, in order, a page at a time. */
@ApplicationScoped
class FinishedTasks {

  /** The media type they are written as: one JSON object a line. */
  static final String NDJSON = "application/x-ndjson";

  private final Evaluations evaluations;

  FinishedTasks(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** Takes one task after the other. */
  interface Handler {
    /** Takes one. */
    void take(Task task) throws IOException;
  }

  /**
   * Hands each of them over; no connection is held meanwhile.
   *
   * @param suite null for all suites
   * @param hidden whether those of the version's private part are among them
   */
  void forEach(UUID evaluationId, String suite, boolean hidden, Handler handler)
      throws IOException {
    int after = -1;
    while (true) {
      int from = after;
      List<Task> page =
          QuarkusTransaction.requiringNew()
              .call(() -> evaluations.finishedTasks(evaluationId, suite, from, hidden));
      if (page.isEmpty()) {
        return;
      }
      for (Task task : page) {
        handler.take(task);
      }
      after = page.getLast().ordinal;
    }
  }
}
