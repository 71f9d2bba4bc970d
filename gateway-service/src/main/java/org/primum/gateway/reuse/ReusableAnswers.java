package org.primum.gateway.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Answer;
import org.primum.protocol.Json;

/**
 * Answers a model gave before, to be taken again where an evaluation wants that and the request is
 * the same to the letter; see {@link org.primum.protocol.AskedRequest#identity()}. Answers are of
 * the same submitted model only, and so of the same owner.
 */
@ApplicationScoped
public class ReusableAnswers {

  private static final String EARLIER =
      """
      select distinct on (request_identity) request_identity, answer
      from task join evaluation on evaluation.id = task.evaluation_id
      where request_identity = any(?2) and answer is not null
        and evaluation.model_id = ?1 and evaluation.origin is null
      order by request_identity, evaluation.created_at desc, task.id
      """;

  private final Session database;

  ReusableAnswers(Session database) {
    this.database = database;
  }

  /**
   * The newest answer to each of these requests, as far as there is one.
   *
   * @return by identity
   */
  public Map<String, Answer> earlier(UUID modelId, Collection<String> identities) {
    Map<String, Answer> found = new HashMap<>();
    if (identities.isEmpty()) {
      return found;
    }
    database
        .createNativeQuery(EARLIER, Tuple.class)
        .setParameter(1, modelId)
        .setParameter(2, identities.toArray(String[]::new))
        .getResultStream()
        .forEach(
            row ->
                found.put(
                    row.get(0, String.class), Json.read(row.get(1, String.class), Answer.class)));
    return found;
  }

  /** The newest answer to that request. */
  public Optional<Answer> earlier(UUID modelId, String identity) {
    return Optional.ofNullable(earlier(modelId, List.of(identity)).get(identity));
  }
}
