package org.primum.gateway.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Json;

/** Notifications in the database: written with what they tell of, claimed, and recorded. */
@ApplicationScoped
class Notifications {

  private static final int LONGEST_ERROR = 500;

  private static final String LIST =
      """
      select notification.id, event, evaluation_id, recipient_id, channel, address, occurred_at,
        notification.state, attempts, attempted_at, due_at, delivered_at, last_error
      from notification join notification_recipient as recipient on recipient.id = recipient_id
      where owner = ?1
      """;

  private final Session database;
  private final Event<Added> added;
  private final Clock clock;

  Notifications(Session database, Event<Added> added, Clock clock) {
    this.database = database;
    this.added = added;
    this.clock = clock;
  }

  /** Fired when there is something to send as soon as the transaction is through. */
  record Added() {}

  /**
   * Adds one for each recipient of the owner's that is switched on, in the caller's transaction.
   */
  void add(String owner, UUID evaluationId, Notice notice) {
    int rows =
        database
            .createNativeMutationQuery(
                """
            insert into notification (id, recipient_id, event, evaluation_id, body, occurred_at,
              state, tried_since, due_at)
            select gen_random_uuid(), id, ?2, ?3, ?4, ?5, 'waiting', ?5, ?5
            from notification_recipient where owner = ?1 and state = 'on'
            """)
            .setParameter(1, owner)
            .setParameter(2, notice.type())
            .setParameter(3, evaluationId)
            .setParameter(4, Json.write(notice))
            .setParameter(5, notice.timestamp())
            .executeUpdate();
    if (rows > 0) {
      added.fire(new Added());
    }
  }

  /** Adds one for this recipient alone, in the caller's transaction. */
  UUID add(Recipient recipient, Notice notice) {
    // The recipient may be as new as the notification.
    database.flush();
    UUID id = UUID.randomUUID();
    database
        .createNativeMutationQuery(
            """
            insert into notification (id, recipient_id, event, body, occurred_at, state,
              tried_since, due_at)
            values (?1, ?2, ?3, ?4, ?5, 'waiting', ?5, ?5)
            """)
        .setParameter(1, id)
        .setParameter(2, recipient.id)
        .setParameter(3, notice.type())
        .setParameter(4, Json.write(notice))
        .setParameter(5, notice.timestamp())
        .executeUpdate();
    added.fire(new Added());
    return id;
  }

  /** How many of that kind were added for the recipient since then. */
  long count(UUID recipientId, String event, Instant since) {
    return database
        .createNativeQuery(
            """
            select count(*) from notification
            where recipient_id = ?1 and event = ?2 and occurred_at > ?3
            """,
            Long.class)
        .setParameter(1, recipientId)
        .setParameter(2, event)
        .setParameter(3, since)
        .getSingleResult();
  }

  /**
   * Claims what is due, one for each recipient, so that a receiver that hangs keeps up nobody else
   * and meets no second one meanwhile.
   *
   * @param lease how long nobody else makes the next attempt, whatever becomes of this one
   */
  List<Sending> claim(int most, Duration lease) {
    Instant now = clock.instant();
    return database
        .createNativeQuery(
            """
            with due as (
              select notification.id from notification_recipient as recipient
              cross join lateral (
                select id, due_at from notification
                where recipient_id = recipient.id and state = 'waiting' and due_at <= ?1
                  and (recipient.state = 'on'
                    or recipient.state = 'unconfirmed' and event = ?4)
                order by due_at, id limit 1
              ) as notification
              where not exists (
                select from notification as under_way
                where under_way.recipient_id = recipient.id and under_way.state = 'waiting'
                  and under_way.leased_until > ?1)
              order by notification.due_at limit ?2
            ), claimed as (
              update notification
              set attempts = attempts + 1, attempted_at = ?1, leased_until = ?3
              where id in (
                select id from notification where id in (select id from due)
                  and state = 'waiting' and due_at <= ?1
                  and (leased_until is null or leased_until <= ?1)
                for update skip locked)
              returning *
            )
            select claimed.id, attempts, event, body, occurred_at, tried_since, recipient_id,
              channel, address, sealed_secret, code, unsubscribe_key
            from claimed join notification_recipient on notification_recipient.id = recipient_id
            """,
            Tuple.class)
        .setParameter(1, now)
        .setParameter(2, most)
        .setParameter(3, now.plus(lease))
        .setParameter(4, Events.CONFIRMATION)
        .getResultStream()
        .map(Notifications::sending)
        .toList();
  }

  private static Sending sending(Tuple row) {
    return new Sending(
        row.get("id", UUID.class),
        row.get("attempts", Integer.class),
        row.get("event", String.class),
        row.get("body", String.class),
        row.get("occurred_at", Instant.class),
        row.get("tried_since", Instant.class),
        row.get("recipient_id", UUID.class),
        Channel.of(row.get("channel", String.class)),
        row.get("address", String.class),
        row.get("sealed_secret", String.class),
        row.get("code", String.class),
        row.get("unsubscribe_key", String.class));
  }

  /** It was taken. Nothing changes when a later attempt was made meanwhile. */
  void delivered(Sending sending) {
    int recorded =
        database
            .createNativeMutationQuery(
                """
                update notification
                set state = 'delivered', delivered_at = ?3, leased_until = null, last_error = null
                where id = ?1 and attempts = ?2 and state = 'waiting'
                """)
            .setParameter(1, sending.id())
            .setParameter(2, sending.attempt())
            .setParameter(3, clock.instant())
            .executeUpdate();
    if (recorded > 0) {
      database
          .createNativeMutationQuery(
              """
              update notification_recipient set failing_since = null
              where id = ?1 and failing_since is not null
              """)
          .setParameter(1, sending.recipientId())
          .executeUpdate();
    }
  }

  /** It is tried again then. */
  void failed(Sending sending, String reason, Instant dueAt) {
    int recorded =
        database
            .createNativeMutationQuery(
                """
                update notification set due_at = ?3, leased_until = null, last_error = ?4
                where id = ?1 and attempts = ?2 and state = 'waiting'
                """)
            .setParameter(1, sending.id())
            .setParameter(2, sending.attempt())
            .setParameter(3, dueAt)
            .setParameter(4, bounded(reason))
            .executeUpdate();
    if (recorded > 0) {
      markFailing(sending.recipientId());
    }
  }

  /**
   * It is not tried again.
   *
   * @return whether this attempt was the last one made
   */
  boolean givenUp(Sending sending, String reason) {
    int recorded =
        database
            .createNativeMutationQuery(
                """
                update notification
                set state = 'given-up', leased_until = null, last_error = ?3
                where id = ?1 and attempts = ?2 and state = 'waiting'
                """)
            .setParameter(1, sending.id())
            .setParameter(2, sending.attempt())
            .setParameter(3, bounded(reason))
            .executeUpdate();
    if (recorded > 0) {
      markFailing(sending.recipientId());
    }
    return recorded > 0;
  }

  private void markFailing(UUID recipientId) {
    database
        .createNativeMutationQuery(
            """
            update notification_recipient set failing_since = ?2
            where id = ?1 and failing_since is null
            """)
        .setParameter(1, recipientId)
        .setParameter(2, clock.instant())
        .executeUpdate();
  }

  /**
   * Switches off a recipient to which nothing got through since then, with all that waits for it.
   *
   * @param failingSince null to do so whatever got through
   */
  boolean switchOff(UUID recipientId, Instant failingSince, String reason) {
    int switchedOff =
        database
            .createNativeMutationQuery(
                """
                update notification_recipient set state = 'given-up'
                where id = ?1 and state = 'on'
                  and (cast(?2 as timestamptz) is null or failing_since <= ?2)
                """)
            .setParameter(1, recipientId)
            .setParameter(2, failingSince, Instant.class)
            .executeUpdate();
    if (switchedOff > 0) {
      abandon(recipientId, reason);
    }
    return switchedOff > 0;
  }

  /** What waits for this recipient is not sent. */
  void abandon(UUID recipientId, String reason) {
    database
        .createNativeMutationQuery(
            """
            update notification set state = 'given-up', leased_until = null, last_error = ?2
            where recipient_id = ?1 and state = 'waiting'
            """)
        .setParameter(1, recipientId)
        .setParameter(2, bounded(reason))
        .executeUpdate();
  }

  /** What was sent to this recipient is forgotten. */
  void forget(UUID recipientId) {
    database
        .createNativeMutationQuery("delete from notification where recipient_id = ?1")
        .setParameter(1, recipientId)
        .executeUpdate();
  }

  /** Forgets what was sent or given up before then. */
  int forgetBefore(Instant then) {
    return database
        .createNativeMutationQuery(
            "delete from notification where occurred_at < ?1 and state <> 'waiting'")
        .setParameter(1, then)
        .executeUpdate();
  }

  /**
   * Has it sent once more, by the same id, unless it is to be sent anyway.
   *
   * @return false when it waits already, its recipient is switched off, or the owner has no such
   *     notification
   */
  boolean again(UUID id, String owner) {
    int rows =
        database
            .createNativeMutationQuery(
                """
                update notification
                set state = 'waiting', tried_since = ?3, due_at = ?3, delivered_at = null
                from notification_recipient as recipient
                where notification.id = ?1 and recipient.id = recipient_id and owner = ?2
                  and notification.state <> 'waiting' and recipient.state = 'on'
                  and event <> ?4
                """)
            .setParameter(1, id)
            .setParameter(2, owner)
            .setParameter(3, clock.instant())
            .setParameter(4, Events.CONFIRMATION)
            .executeUpdate();
    if (rows > 0) {
      added.fire(new Added());
    }
    return rows > 0;
  }

  /** One of the owner's. */
  Optional<Delivery> find(UUID id, String owner) {
    return database
        .createNativeQuery(LIST + " and notification.id = ?2", Tuple.class)
        .setParameter(1, owner)
        .setParameter(2, id)
        .getResultStream()
        .map(Notifications::delivery)
        .findFirst();
  }

  /** The owner's, newest first. */
  List<Delivery> page(String owner, int offset, int limit) {
    return database
        .createNativeQuery(
            LIST + " order by occurred_at desc, notification.id offset ?2 limit ?3", Tuple.class)
        .setParameter(1, owner)
        .setParameter(2, offset)
        .setParameter(3, limit)
        .getResultStream()
        .map(Notifications::delivery)
        .toList();
  }

  private static Delivery delivery(Tuple row) {
    DeliveryState state = DeliveryState.of(row.get("state", String.class));
    return new Delivery(
        row.get("id", UUID.class),
        row.get("event", String.class),
        row.get("evaluation_id", UUID.class),
        row.get("recipient_id", UUID.class),
        Channel.of(row.get("channel", String.class)),
        row.get("address", String.class),
        row.get("occurred_at", Instant.class),
        state,
        row.get("attempts", Integer.class),
        row.get("attempted_at", Instant.class),
        state == DeliveryState.WAITING ? row.get("due_at", Instant.class) : null,
        row.get("delivered_at", Instant.class),
        row.get("last_error", String.class));
  }

  private static String bounded(String reason) {
    return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR - 1) + "…";
  }
}
