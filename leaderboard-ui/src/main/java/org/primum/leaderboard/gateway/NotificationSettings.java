package org.primum.leaderboard.gateway;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where somebody is told when an evaluation of theirs ends.
 *
 * @param mailAvailable whether this installation sends e-mail
 * @param verifiedAddress their address as the identity provider knows it; null when it knows none
 *     that is verified
 * @param email null when none was ever set
 * @param webhooks in the order they were added
 */
public record NotificationSettings(
    boolean mailAvailable, String verifiedAddress, Recipient email, List<Recipient> webhooks) {

  public NotificationSettings {
    webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
  }

  /**
   * An address that something is sent to.
   *
   * @param id names it in calls
   * @param address where
   * @param state {@code unconfirmed}, {@code on}, {@code off} or {@code given-up}
   * @param failingSince since when nothing got through; null when the last one did
   * @param createdAt when it was added
   */
  public record Recipient(
      UUID id, String address, String state, Instant failingSince, Instant createdAt) {

    /** Whether anything is sent there. */
    public boolean on() {
      return "on".equals(state);
    }

    /** Whether its owner has to show first that it is theirs. */
    public boolean unconfirmed() {
      return "unconfirmed".equals(state);
    }

    /** Whether it was switched off because nothing got through. */
    public boolean givenUp() {
      return "given-up".equals(state);
    }
  }

  /**
   * What is to be set about e-mail.
   *
   * @param address null for the verified one
   * @param on whether e-mail is sent
   */
  public record EmailChange(String address, boolean on) {}

  /** A code from an e-mail. */
  public record Code(String code) {}

  /** A webhook to be added. */
  public record NewWebhook(String address) {}

  /**
   * A webhook that was added.
   *
   * @param webhook as it is listed
   * @param secret what its requests are signed with, shown this once
   */
  public record AddedWebhook(Recipient webhook, String secret) {

    @Override
    public String toString() {
      return "AddedWebhook[webhook=" + webhook.id() + "]";
    }
  }

  /** Whether anything is sent. */
  public record Switch(boolean on) {}

  /** The key from an e-mail, with which it is switched off. */
  public record UnsubscribeKey(String key) {}
}
