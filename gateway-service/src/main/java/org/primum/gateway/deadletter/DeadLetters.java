package org.primum.gateway.deadletter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.Session;
import org.primum.gateway.problem.Problem;

/** Dead letters in the database. */
@ApplicationScoped
class DeadLetters implements PanacheRepositoryBase<DeadLetter, Long> {

  /** Long ones are dealt with one by one, so that many at once fit into memory. */
  private static final String ALIKE =
      """
      from dead_letter where state = 'open' and whole and length(body) <= 1000000
        and id <> ?1 and routing_key = ?2 and reason_class = ?3
      """;

  private final Session database;

  DeadLetters(Session database) {
    this.database = database;
  }

  /** Open ones, or those that were dealt with, newest first and without their bodies. */
  List<Letter> page(boolean open, int offset, int limit) {
    return database
        .createQuery(
            """
            select new org.primum.gateway.deadletter.Letter(id, routingKey, reason, messageId,
              receivedAt, length(body), state, dealtWithAt, dealtWithBy, discardReason)
            from DeadLetter where state %s 'open' order by id desc
            """
                .formatted(open ? "=" : "<>"),
            Letter.class)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList();
  }

  DeadLetter required(long id) {
    return found(findById(id), id);
  }

  /** Keeps everybody else from dealing with it until the transaction ends. */
  DeadLetter locked(long id) {
    return found(findById(id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  /** How many others are open, with the same routing key and set aside for the same reason. */
  long countAlike(DeadLetter letter) {
    return database
        .createNativeQuery("select count(*) " + ALIKE, Long.class)
        .setParameter(1, letter.id)
        .setParameter(2, letter.routingKey)
        .setParameter(3, letter.reasonClass)
        .getSingleResult();
  }

  /** Those others, oldest first, locked; without those that somebody else is dealing with. */
  List<DeadLetter> alike(DeadLetter letter, int most) {
    return database
        .createNativeQuery(
            "select * " + ALIKE + " order by id limit ?4 for update skip locked", DeadLetter.class)
        .setParameter(1, letter.id)
        .setParameter(2, letter.routingKey)
        .setParameter(3, letter.reasonClass)
        .setParameter(4, most)
        .getResultList();
  }

  private static DeadLetter found(DeadLetter letter, long id) {
    if (letter == null) {
      throw Problem.notFound("There is no dead letter %d.".formatted(id));
    }
    return letter;
  }
}
