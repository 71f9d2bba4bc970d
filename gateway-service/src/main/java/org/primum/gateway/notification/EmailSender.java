package org.primum.gateway.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.logging.Logger;

/** Sends e-mail over the SMTP server of this installation, if it has one. */
@ApplicationScoped
class EmailSender {

  private static final Logger LOG = Logger.getLogger(EmailSender.class);

  private final ReactiveMailer mailer;
  private final NotificationConfiguration configuration;

  EmailSender(ReactiveMailer mailer, NotificationConfiguration configuration) {
    this.mailer = mailer;
    this.configuration = configuration;
  }

  /** Whether this installation sends e-mail at all. */
  boolean available() {
    return configuration.smtpHost().isPresent();
  }

  /** Makes one attempt, and says what came of it. */
  Outcome send(Sending sending) {
    if (!available()) {
      return new Outcome.Failed("This installation sends no e-mail at the moment.");
    }
    try {
      mailer.send(mail(sending)).await().atMost(configuration.timeout());
      return new Outcome.Delivered();
    } catch (TimeoutException late) {
      return new Outcome.Failed("The mail server did not answer in time.");
    } catch (RuntimeException failed) {
      LOG.debugf(failed, "e-mail was not taken id=%s", sending.id());
      return new Outcome.Failed(explain(failed));
    }
  }

  private Mail mail(Sending sending) {
    URI pages = configuration.pages();
    Letter letter = Letter.of(sending, pages);
    return Mail.withText(sending.address(), letter.subject(), letter.text())
        .setHtml(letter.html())
        .addHeader("Message-ID", "<%s@primum>".formatted(sending.id()))
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader(
            "List-Unsubscribe",
            "<%s>".formatted(Links.unsubscribe(pages, sending.unsubscribeKey())));
  }

  /** The number only: what a mail server says may name addresses of others. */
  private static String explain(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException refusal && refusal.getReplyCode() > 0) {
        return "The mail server refused it (%d).".formatted(refusal.getReplyCode());
      }
    }
    return "The mail server could not be reached or used.";
  }
}
