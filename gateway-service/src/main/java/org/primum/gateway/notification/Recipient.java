package org.primum.gateway.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.primum.gateway.problem.Problem;
import org.primum.modelclient.CredentialSeal;

/** Where an owner is told: an e-mail address or a webhook. */
@Entity
@Table(name = "notification_recipient")
public class Recipient {

  static final int MOST_GUESSES = 10;
  static final int MOST_CODES = 5;
  static final Duration CODE_HOLDS = Duration.ofHours(24);
  static final Duration CODES_COUNTED = Duration.ofHours(1);

  @Id UUID id;

  String owner;
  String channel;
  String address;

  @Column(name = "sealed_secret")
  String sealedSecret;

  String state;

  @Column(name = "failing_since")
  Instant failingSince;

  String code;

  @Column(name = "code_until")
  Instant codeUntil;

  @Column(name = "code_guesses")
  int codeGuesses;

  int codes;

  @Column(name = "codes_since")
  Instant codesSince;

  /** When its owner has shown to read it; null for never. */
  @Column(name = "confirmed_at")
  Instant confirmedAt;

  @Column(name = "unsubscribe_key")
  String unsubscribeKey;

  @Column(name = "created_at")
  Instant createdAt;

  private static Recipient of(String owner, Channel channel, String address, Instant now) {
    Recipient recipient = new Recipient();
    recipient.id = UUID.randomUUID();
    recipient.owner = owner;
    recipient.channel = channel.label();
    recipient.address = address;
    recipient.unsubscribeKey = RandomText.key();
    recipient.createdAt = now;
    return recipient;
  }

  /** An e-mail address, switched off. */
  static Recipient email(String owner, String address, Instant now) {
    Recipient recipient = of(owner, Channel.EMAIL, address, now);
    recipient.become(RecipientState.OFF);
    return recipient;
  }

  /** A webhook, switched on. */
  static Recipient webhook(
      String owner, String address, SigningSecret secret, CredentialSeal seal, Instant now) {
    Recipient recipient = of(owner, Channel.WEBHOOK, address, now);
    recipient.sealedSecret = seal.seal(secret.secret(), recipient.id);
    recipient.become(RecipientState.ON);
    return recipient;
  }

  RecipientState state() {
    return RecipientState.of(state);
  }

  void become(RecipientState next) {
    state = next.label();
  }

  /** Begins anew: what failed before is not held against it. */
  void switchOn() {
    become(RecipientState.ON);
    failingSince = null;
    code = null;
    codeUntil = null;
  }

  /**
   * Waits for a code to be entered.
   *
   * @throws Problem when too many were asked for lately
   */
  void awaitConfirmation(Instant now) {
    if (!countsCodes(now)) {
      codesSince = now;
      codes = 0;
    }
    if (codes >= MOST_CODES) {
      throw Problem.conflict(
          "%d codes were sent within the last hour. Please wait a while.".formatted(codes));
    }
    codes++;
    code = RandomText.code();
    codeUntil = now.plus(CODE_HOLDS);
    codeGuesses = 0;
    become(RecipientState.UNCONFIRMED);
  }

  /** Another e-mail address, of which nothing is known. */
  void moveTo(String elsewhere) {
    address = elsewhere;
    confirmedAt = null;
    failingSince = null;
    become(RecipientState.OFF);
  }

  /** Whether codes were asked for so lately that they have to be counted on. */
  boolean countsCodes(Instant now) {
    return codesSince != null && codesSince.plus(CODES_COUNTED).isAfter(now);
  }

  /** Whether that is the code; a wrong one is counted, and after some no code is right. */
  boolean confirm(String entered, Instant now) {
    if (state() != RecipientState.UNCONFIRMED || code == null || codeUntil.isBefore(now)) {
      throw Problem.conflict("No code is waited for. Have a new one sent.");
    }
    if (codeGuesses >= MOST_GUESSES) {
      throw Problem.conflict(
          "This code was entered wrongly %d times. Have a new one sent.".formatted(codeGuesses));
    }
    if (!MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), entered.getBytes(StandardCharsets.UTF_8))) {
      codeGuesses++;
      return false;
    }
    confirmedAt = now;
    switchOn();
    return true;
  }

  RecipientView view() {
    return new RecipientView(id, Channel.of(channel), address, state(), failingSince, createdAt);
  }
}
