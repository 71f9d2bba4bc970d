package org.primum.leaderboard.notification;

import java.util.List;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.NotificationDelivery;
import org.primum.leaderboard.gateway.NotificationGateway;
import org.primum.leaderboard.gateway.NotificationSettings;

/**
 * The page of somebody's notifications.
 *
 * @param settings where they are told
 * @param deliveries what they were told, a page of it, newest first
 * @param page from 1
 * @param more whether there is a further page
 * @param done what was just done, in a sentence; empty for nothing
 * @param secret the secret of a webhook that was just added; null otherwise
 * @param form the form that was sent and cannot be taken; null otherwise
 * @param entered what was entered in it
 * @param problems what is wrong with it
 */
public record NotificationPage(
    NotificationSettings settings,
    List<NotificationDelivery> deliveries,
    int page,
    boolean more,
    String done,
    String secret,
    Form form,
    String entered,
    FormProblems problems) {

  private static final int SIZE = 25;
  private static final int LAST = 100_000;

  /** The forms of the page. */
  public enum Form {
    EMAIL("address"),
    CODE("code"),
    WEBHOOK("address"),
    OTHER("");

    private final String field;

    Form(String field) {
      this.field = field;
    }
  }

  static NotificationPage of(NotificationGateway gateway, int page, String done) {
    int shown = Math.clamp(page, 1, LAST);
    // One more than is shown tells whether there is a further page.
    List<NotificationDelivery> found = gateway.deliveries((shown - 1) * SIZE, SIZE + 1);
    boolean more = found.size() > SIZE;
    return new NotificationPage(
        gateway.settings(),
        more ? found.subList(0, SIZE) : found,
        shown,
        more,
        done,
        null,
        null,
        null,
        FormProblems.NONE);
  }

  static NotificationPage of(NotificationGateway gateway) {
    return of(gateway, 1, "");
  }

  /** The same with a secret that is shown this once. */
  NotificationPage withSecret(String shown) {
    return new NotificationPage(
        settings, deliveries, page, more, done, shown, form, entered, problems);
  }

  /** The same with a form that cannot be taken. */
  NotificationPage refused(Form sent, String input, FormProblems why) {
    return new NotificationPage(settings, deliveries, page, more, done, secret, sent, input, why);
  }

  /** What is wrong with the address of the e-mail form. */
  public String emailError() {
    return error(Form.EMAIL);
  }

  /** What is wrong with the code. */
  public String codeError() {
    return error(Form.CODE);
  }

  /** What is wrong with the address of the webhook form. */
  public String webhookError() {
    return error(Form.WEBHOOK);
  }

  private String error(Form of) {
    return form == of ? problems.about(of.field) : "";
  }

  /** The address in the e-mail form. */
  public String emailAddress() {
    if (form == Form.EMAIL) {
      return entered;
    }
    return settings.email() != null ? settings.email().address() : settings.verifiedAddress();
  }

  /** The address in the webhook form. */
  public String webhookAddress() {
    return form == Form.WEBHOOK ? entered : "";
  }

  /** Whether the e-mail form can do anything: it can switch off what was on before. */
  public boolean emailOffered() {
    return settings.mailAvailable() || settings.email() != null;
  }
}
