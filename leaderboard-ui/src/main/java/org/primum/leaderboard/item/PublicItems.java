package org.primum.leaderboard.item;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/**
 * All items of an evaluation that anybody may know of, for exports. They are read piece by piece,
 * each in a transaction of its own, so that a slow reader holds neither a connection nor much
 * memory. Whether the items of the version are private as a whole is the caller's to know.
 */
@ApplicationScoped
public class PublicItems {

  private static final int MOST_AT_ONCE = 200;

  /** A piece is ended by the item that reaches so many bytes. */
  private static final int ENOUGH_BYTES = 2 << 20;

  private static final UUID FIRST = new UUID(0, 0);

  private final Session database;

  PublicItems(Session database) {
    this.database = database;
  }

  /** Takes items one by one. */
  @FunctionalInterface
  public interface Taker {

    /** Takes the next item. */
    void take(ItemFinished item) throws IOException;
  }

  private record Piece(List<ItemFinished> items, int ordinal, UUID task) {

    private static final Piece NONE = new Piece(List.of(), -1, FIRST);

    private static Piece of(List<Tuple> rows) {
      Tuple last = rows.getLast();
      return new Piece(
          rows.stream()
              .map(row -> Json.read(row.get("body", String.class), ItemFinished.class))
              .toList(),
          last.get("ordinal", Integer.class),
          last.get("task_id", UUID.class));
    }
  }

  /** Whether every finished item of that evaluation is here, those of a private part included. */
  public boolean complete(EvaluationChanged evaluation) {
    return QuarkusTransaction.joiningExisting().call(() -> count(evaluation.id()))
        >= evaluation.scored() + evaluation.failed();
  }

  private long count(UUID evaluation) {
    return database
        .createNativeQuery("select count(*) from item where evaluation_id = ?1", Long.class)
        .setParameter(1, evaluation)
        .getSingleResult();
  }

  /** Hands over the public items of that evaluation, in order. */
  public void each(UUID evaluation, Taker taker) throws IOException {
    Piece piece = after(evaluation, Piece.NONE);
    while (!piece.items().isEmpty()) {
      for (ItemFinished item : piece.items()) {
        taker.take(item);
      }
      piece = after(evaluation, piece);
    }
  }

  private Piece after(UUID evaluation, Piece piece) {
    List<Tuple> rows = QuarkusTransaction.requiringNew().call(() -> read(evaluation, piece));
    return rows.isEmpty() ? Piece.NONE : Piece.of(rows);
  }

  private List<Tuple> read(UUID evaluation, Piece piece) {
    return database
        .createNativeQuery(
            """
            select task_id, ordinal, body from (
              select task_id, ordinal, body,
                sum(octet_length(body)) over (order by ordinal, task_id) - octet_length(body) as ahead
              from (
                select task_id, ordinal, body from item
                where evaluation_id = ?1 and %s and (ordinal, task_id) > (?2, ?3)
                order by ordinal, task_id limit ?4) next_ones) measured
            where ahead < ?5
            order by ordinal, task_id
            """
                .formatted(ItemAccess.PUBLIC_PART.condition()),
            Tuple.class)
        .setParameter(1, evaluation)
        .setParameter(2, piece.ordinal())
        .setParameter(3, piece.task())
        .setParameter(4, MOST_AT_ONCE)
        .setParameter(5, ENOUGH_BYTES)
        .getResultList();
  }
}
