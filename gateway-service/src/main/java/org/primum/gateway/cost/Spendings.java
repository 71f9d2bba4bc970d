package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What evaluations have used, endpoint by endpoint. */
@ApplicationScoped
class Spendings {

  private final Session database;

  Spendings(Session database) {
    this.database = database;
  }

  /** One row an endpoint that was asked. */
  List<Spent> of(UUID evaluationId) {
    return database
        .createNativeQuery(
            """
            select endpoint_id, judge, requests, prompt_tokens, completion_tokens
            from spending where evaluation_id = ?1
            """,
            Tuple.class)
        .setParameter(1, evaluationId)
        .getResultStream()
        .map(
            row ->
                new Spent(
                    row.get(0, UUID.class),
                    row.get(1, Boolean.class),
                    row.get(2, Number.class).longValue(),
                    row.get(3, Number.class).longValue(),
                    row.get(4, Number.class).longValue()))
        .toList();
  }
}
