package org.primum.gateway.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An SMTP server on this machine, which keeps what it was sent. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

  private static GreenMail server;

  @Override
  public Map<String, String> start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return Map.of(
        "PRIMUM_SMTP_HOST", "127.0.0.1",
        "PRIMUM_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
        "PRIMUM_SMTP_FROM", "Primum <primum@primum.example>",
        "PRIMUM_PUBLIC_URL", "https://primum.example");
  }

  /** What arrived for that address, oldest first and without doubles, as a mailbox shows it. */
  static List<MimeMessage> received(String address) {
    Map<String, MimeMessage> found = new LinkedHashMap<>();
    Arrays.stream(server.getReceivedMessages())
        .filter(message -> address.equals(recipient(message)))
        .forEach(message -> found.putIfAbsent(id(message), message));
    return List.copyOf(found.values());
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String recipient(MimeMessage message) {
    try {
      return message.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Override
  public void stop() {
    server.stop();
  }
}
