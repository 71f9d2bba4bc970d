package org.primum.gateway.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.problem.Problem;
import org.primum.modelclient.CredentialSeal;

/** Where the caller is told when an evaluation of theirs ends. */
@Path("/api/v1/notifications")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
class RecipientResource {

  private static final int MOST_WEBHOOKS = 5;
  private static final int MOST_TESTS = 10;
  private static final Duration TESTS_COUNTED = Duration.ofHours(1);

  private final Recipients recipients;
  private final Notifications notifications;
  private final WebAddress webAddress;
  private final EmailSender emails;
  private final CredentialSeal seal;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  RecipientResource(
      Recipients recipients,
      Notifications notifications,
      WebAddress webAddress,
      EmailSender emails,
      CredentialSeal seal,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.recipients = recipients;
    this.notifications = notifications;
    this.webAddress = webAddress;
    this.emails = emails;
    this.seal = seal;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is set.
   *
   * @param mailAvailable whether this installation sends e-mail
   * @param verifiedAddress the caller's address as the identity provider knows it; null when it
   *     knows none that is verified
   * @param email null when none was ever set
   * @param webhooks in the order they were added
   */
  record Settings(
      boolean mailAvailable,
      String verifiedAddress,
      RecipientView email,
      List<RecipientView> webhooks) {}

  /**
   * What is to be set about e-mail.
   *
   * @param address null for the caller's verified one
   * @param on whether e-mail is sent
   */
  record EmailChange(
      @Size(max = 254, message = "may have 254 characters at the most") String address,
      boolean on) {}

  /** A code from an e-mail. */
  record Code(
      @NotBlank(message = "is needed")
          @Size(max = 20, message = "may have 20 characters at the most")
          String code) {}

  /** A webhook to be added. */
  record NewWebhook(
      @NotBlank(message = "is needed")
          @Size(max = 1000, message = "may have 1000 characters at the most")
          String address) {}

  /**
   * A webhook that was added.
   *
   * @param webhook as it is listed
   * @param secret what its requests are signed with, shown this once
   */
  record AddedWebhook(RecipientView webhook, String secret) {

    @Override
    public String toString() {
      return "AddedWebhook[webhook=" + webhook.id() + "]";
    }
  }

  /** Whether anything is sent. */
  record Switch(boolean on) {}

  @GET
  @Transactional
  public Settings settings() {
    Map<Channel, List<RecipientView>> found =
        recipients.of(caller.subject()).stream()
            .map(Recipient::view)
            .collect(java.util.stream.Collectors.groupingBy(RecipientView::channel));
    return new Settings(
        emails.available(),
        caller.verifiedEmail().orElse(null),
        found.getOrDefault(Channel.EMAIL, List.of()).stream().findFirst().orElse(null),
        found.getOrDefault(Channel.WEBHOOK, List.of()));
  }

  /**
   * Sets the e-mail address, and whether it is used. An address that the identity provider has not
   * verified gets a code first, and nothing else before the code is entered.
   */
  @PUT
  @Path("email")
  @Transactional
  public RecipientView email(@Valid EmailChange change) {
    if (change == null) {
      throw Problem.badRequest("Send a JSON object with \"address\" and \"on\".");
    }
    if (change.on() && !emails.available()) {
      throw Problem.conflict("This installation sends no e-mail. A webhook can be added instead.");
    }
    String address = address(change.address());
    Instant now = clock.instant();
    Recipient recipient =
        recipients
            .email(caller.subject())
            .orElseGet(
                () -> {
                  Recipient created = Recipient.email(caller.subject(), address, now);
                  recipients.persist(created);
                  return created;
                });
    if (!recipient.address.equals(address)) {
      notifications.forget(recipient.id);
      recipient.moveTo(address);
    }
    if (!change.on()) {
      switchOff(recipient);
    } else if (recipient.confirmedAt != null || verified(address)) {
      recipient.switchOn();
    } else {
      recipient.awaitConfirmation(now);
      notifications.add(recipient, Notice.confirmation(now));
    }
    audit.add("set-notification-email", recipient.id.toString());
    return recipient.view();
  }

  private String address(String entered) {
    if (entered == null || entered.isBlank()) {
      return caller
          .verifiedEmail()
          .filter(EmailAddress::usable)
          .orElseThrow(
              () ->
                  Problem.unacceptable(
                      "Your account has no verified e-mail address. Enter one.",
                      List.of(new Problem.FieldError("address", "is needed"))));
    }
    return EmailAddress.checked(entered);
  }

  private boolean verified(String address) {
    return caller.verifiedEmail().filter(address::equalsIgnoreCase).isPresent();
  }

  /** Shows that the caller reads that address, and switches it on. */
  @POST
  @Path("email/confirm")
  @Transactional(dontRollbackOn = Problem.class)
  public RecipientView confirm(@Valid Code code) {
    if (code == null) {
      throw Problem.badRequest("Send a JSON object with the \"code\".");
    }
    Recipient recipient =
        recipients
            .email(caller.subject())
            .orElseThrow(() -> Problem.notFound("You have set no e-mail address."));
    if (!recipient.confirm(code.code().strip(), clock.instant())) {
      throw Problem.unacceptable(
          "This is not the code that was sent.",
          List.of(new Problem.FieldError("code", "is not the code that was sent")));
    }
    audit.add("confirm-notification-email", recipient.id.toString());
    return recipient.view();
  }

  /** Adds a webhook, and tells its secret this once. */
  @POST
  @Path("webhooks")
  @Transactional
  public Response add(@Valid NewWebhook webhook) {
    if (webhook == null) {
      throw Problem.badRequest("Send a JSON object with the \"address\".");
    }
    String owner = caller.subject();
    String address = webAddress.checked(webhook.address()).toString();
    if (recipients.webhooks(owner) >= MOST_WEBHOOKS) {
      throw Problem.conflict(
          "You have %d webhooks, and there can be no more. Remove one first."
              .formatted(MOST_WEBHOOKS));
    }
    if (recipients.known(owner, address)) {
      throw Problem.conflict("You have a webhook at this address already.");
    }
    SigningSecret secret = SigningSecret.random();
    Recipient recipient = Recipient.webhook(owner, address, secret, seal, clock.instant());
    recipients.persist(recipient);
    audit.add("add-webhook", recipient.id.toString());
    return Response.status(Response.Status.CREATED)
        .entity(new AddedWebhook(recipient.view(), secret.secret().reveal()))
        .build();
  }

  /** Switches a webhook, or a confirmed e-mail address, on or off. */
  @PUT
  @Path("recipients/{id}")
  @Transactional
  public RecipientView change(UUID id, @Valid Switch change) {
    if (change == null) {
      throw Problem.badRequest("Send a JSON object with \"on\".");
    }
    Recipient recipient = recipients.locked(id, caller.subject());
    if (!change.on()) {
      switchOff(recipient);
    } else if (recipient.state() == RecipientState.UNCONFIRMED) {
      throw Problem.conflict("Enter the code first that was sent to this address.");
    } else {
      recipient.switchOn();
    }
    audit.add(change.on() ? "switch-notifications-on" : "switch-notifications-off", id.toString());
    return recipient.view();
  }

  private void switchOff(Recipient recipient) {
    recipient.become(RecipientState.OFF);
    notifications.abandon(recipient.id, "Switched off before it was sent.");
  }

  /** Removes a recipient, with the list of what was sent to it. */
  @DELETE
  @Path("recipients/{id}")
  @Transactional
  public void remove(UUID id) {
    Recipient recipient = recipients.locked(id, caller.subject());
    if (recipient.countsCodes(clock.instant())) {
      throw Problem.conflict(
          "A code was sent to this address just now. Switch it off, or remove it an hour later.");
    }
    recipients.delete(recipient);
    audit.add("remove-notifications", id.toString());
  }

  /** Sends a test. */
  @POST
  @Path("recipients/{id}/test")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  public Response test(UUID id) {
    Recipient recipient = recipients.locked(id, caller.subject());
    if (recipient.state() != RecipientState.ON) {
      throw Problem.conflict("Nothing is sent to this address. Switch it on first.");
    }
    Instant now = clock.instant();
    if (notifications.count(id, Events.TEST, now.minus(TESTS_COUNTED)) >= MOST_TESTS) {
      throw Problem.conflict(
          "%d tests were sent within the last hour. Please wait a while.".formatted(MOST_TESTS));
    }
    return Response.accepted(Map.of("id", notifications.add(recipient, Notice.test(now)))).build();
  }
}
