package org.primum.gateway.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.problem.Problem;
import org.primum.messaging.Outbox;
import org.primum.messaging.Topology;

/** Looking at dead letters, sending them again, and discarding them. */
@Path("/api/v1/dead-letters")
@RolesAllowed(Roles.ADMIN)
class DeadLetterResource {

  private static final int MOST_LISTED = 200;

  /** So many are dealt with in one transaction, since the bodies of a retry are in memory. */
  private static final int MOST_AT_ONCE = 100;

  private final DeadLetters letters;
  private final Outbox outbox;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  DeadLetterResource(
      DeadLetters letters, Outbox outbox, Caller caller, AuditLog audit, Clock clock) {
    this.letters = letters;
    this.outbox = outbox;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A dead letter with all there is to know.
   *
   * @param letter as in the list
   * @param queue where its routing key leads; null when it leads nowhere
   * @param body its whole content, JSON with line breaks
   * @param json whether the content is JSON
   * @param masked whether something in it that looks like a credential is masked
   * @param obstacle why it cannot be sent again; null when it can
   * @param alike how many others are open with the same routing key, for the same reason
   */
  record OpenedLetter(
      @JsonUnwrapped Letter letter,
      String queue,
      String body,
      boolean json,
      boolean masked,
      String obstacle,
      long alike) {}

  /**
   * What was done.
   *
   * @param dealtWith how many letters
   * @param left how many open ones there still are with the same routing key, for the same reason
   */
  record Dealt(int dealtWith, long left) {}

  /**
   * Why letters are discarded.
   *
   * @param reason kept with them
   */
  record Discarding(
      @NotBlank(message = "is needed")
          @Size(max = 500, message = "may have 500 characters at the most")
          @Pattern(regexp = "\\P{Cntrl}*", message = "may hold no control characters")
          String reason) {}

  /** Open ones, or those that were dealt with, newest first. */
  @GET
  @Transactional
  public List<Letter> page(
      @RestQuery @DefaultValue("open") String state,
      @RestQuery @DefaultValue("0") int offset,
      @RestQuery @DefaultValue("50") int limit) {
    if (!List.of("open", "dealt-with").contains(state)) {
      throw Problem.badRequest("The state is \"open\" or \"dealt-with\".");
    }
    return letters.page(
        state.equals("open"), Math.max(0, offset), Math.clamp(limit, 1, MOST_LISTED));
  }

  /** One of them, with its content. */
  @GET
  @Path("{id}")
  @Transactional
  public OpenedLetter one(long id) {
    DeadLetter letter = letters.required(id);
    ReadableBody body = ReadableBody.of(letter.body);
    return new OpenedLetter(
        Letter.of(letter),
        Topology.queueOf(letter.routingKey).orElse(null),
        body.text(),
        body.json(),
        body.masked(),
        letter.obstacle(),
        letters.countAlike(letter));
  }

  /**
   * Sends it again, as a new message with the same content, to the queue it was for.
   *
   * @param alike whether others that are open for the same reason are sent again, too
   */
  @POST
  @Path("{id}/retry")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  public Dealt retry(long id, @RestQuery @DefaultValue("false") boolean alike) {
    return deal(id, alike, this::resend);
  }

  /**
   * Puts it away for good, with a reason.
   *
   * @param alike whether others that are open for the same reason are discarded, too
   */
  @POST
  @Path("{id}/discard")
  @Transactional
  public Dealt discard(
      long id, @RestQuery @DefaultValue("false") boolean alike, @Valid Discarding discarding) {
    if (discarding == null) {
      throw Problem.badRequest("Send a JSON object with the \"reason\".");
    }
    String reason = discarding.reason().strip();
    return deal(
        id,
        alike,
        letter -> {
          letter.discarded(reason, caller.name(), clock.instant());
          audit.add("discard-dead-letter", Long.toString(letter.id));
        });
  }

  private Dealt deal(long id, boolean alike, Consumer<DeadLetter> how) {
    DeadLetter first = letters.locked(id);
    how.accept(first);
    List<DeadLetter> others = alike ? letters.alike(first, MOST_AT_ONCE - 1) : List.of();
    others.forEach(how);
    letters.flush();
    return new Dealt(1 + others.size(), letters.countAlike(first));
  }

  private void resend(DeadLetter letter) {
    letter.retried(caller.name(), clock.instant());
    // Exactly the text that came: what nobody could read need not be JSON.
    outbox.add(letter.routingKey, new RawValue(letter.body));
    audit.add("retry-dead-letter", Long.toString(letter.id));
  }
}
