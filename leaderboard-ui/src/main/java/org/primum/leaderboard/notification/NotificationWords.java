package org.primum.leaderboard.notification;

import io.quarkus.qute.TemplateExtension;
import org.primum.leaderboard.gateway.NotificationDelivery;
import org.primum.leaderboard.gateway.NotificationSettings.Recipient;

/** How notifications read on the page. */
@TemplateExtension
final class NotificationWords {

  private NotificationWords() {}

  /** What it tells of; its name where we do not know it. */
  static String title(NotificationDelivery delivery) {
    return switch (delivery.event()) {
      case "evaluation.complete" -> "Evaluation complete";
      case "evaluation.failed" -> "Evaluation failed";
      case "evaluation.cancelled" -> "Evaluation cancelled";
      case "evaluation.budget_reached" -> "Evaluation waits at its cost limit";
      case "notification.test" -> "Test";
      case "notification.confirmation" -> "Code to confirm the address";
      default -> delivery.event();
    };
  }

  /** What became of it. */
  static String outcome(NotificationDelivery delivery) {
    if (delivery.delivered()) {
      return "Arrived";
    }
    if (!delivery.waiting()) {
      return "Given up";
    }
    return delivery.attempts() == 0 ? "On its way" : "Waits to be tried again";
  }

  /** Whether anything is sent there. */
  static String words(Recipient recipient) {
    return switch (recipient.state()) {
      case "on" -> "On";
      case "unconfirmed" -> "Not confirmed yet";
      case "given-up" -> "Switched off, because nothing got through for long";
      default -> "Off";
    };
  }

  /** As a class of the page's style. */
  static String mark(Recipient recipient) {
    return recipient.givenUp() ? "failed" : recipient.on() ? "complete" : "off";
  }

  /** As a class of the page's style. */
  static String mark(NotificationDelivery delivery) {
    return delivery.delivered() ? "complete" : delivery.waiting() ? "running" : "failed";
  }
}
