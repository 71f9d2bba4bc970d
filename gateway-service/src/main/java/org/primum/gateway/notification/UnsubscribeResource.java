package org.primum.gateway.notification;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.primum.gateway.problem.Problem;

/** Switches e-mail off for whoever holds the key from one, signed in or not. */
@Path("/api/v1/notifications/unsubscribe")
@PermitAll
class UnsubscribeResource {

  private final Recipients recipients;
  private final Notifications notifications;

  UnsubscribeResource(Recipients recipients, Notifications notifications) {
    this.recipients = recipients;
    this.notifications = notifications;
  }

  /** The key from an e-mail. */
  record Key(
      @NotBlank(message = "is needed")
          @Size(max = 100, message = "may have 100 characters at the most")
          String key) {

    @Override
    public String toString() {
      return "Key[***]";
    }
  }

  @POST
  @Transactional
  public void unsubscribe(@Valid Key key) {
    if (key == null) {
      throw Problem.badRequest("Send a JSON object with the \"key\".");
    }
    Recipient recipient =
        recipients
            .unsubscribedBy(key.key())
            .orElseThrow(() -> Problem.notFound("This link is not valid any more."));
    recipient.become(RecipientState.OFF);
    notifications.abandon(recipient.id, "Switched off before it was sent.");
  }
}
