package org.primum.leaderboard.gateway;

import java.time.Instant;

/**
 * A message nobody could read or handle, with all there is to know.
 *
 * @param id its number
 * @param routingKey the routing key it came with; anybody may have written it
 * @param reason why nobody could handle it
 * @param messageId as it was published, or null
 * @param receivedAt when it was set aside
 * @param characters the length of its content as it came
 * @param state {@code open}, {@code retried} or {@code discarded}
 * @param dealtWithAt when somebody dealt with it, or null
 * @param dealtWithBy the name of who did, or null
 * @param discardReason why it was discarded, or null
 * @param queue where its routing key leads; null when it leads nowhere
 * @param body its whole content, JSON with line breaks
 * @param json whether the content is JSON
 * @param masked whether something in it that looks like a credential is masked
 * @param obstacle why it cannot be sent again; null when it can
 * @param alike how many others are open with the same routing key, for the same reason
 */
public record OpenedLetter(
    long id,
    String routingKey,
    String reason,
    String messageId,
    Instant receivedAt,
    int characters,
    String state,
    Instant dealtWithAt,
    String dealtWithBy,
    String discardReason,
    String queue,
    String body,
    boolean json,
    boolean masked,
    String obstacle,
    long alike) {

  /** So much of a content is on a page. */
  private static final int MOST_SHOWN = 65_536;

  /** Whether nobody has dealt with it. */
  public boolean open() {
    return "open".equals(state);
  }

  /** The content, or its beginning. */
  public String shown() {
    if (!cut()) {
      return body;
    }
    int end = Character.isHighSurrogate(body.charAt(MOST_SHOWN - 1)) ? MOST_SHOWN - 1 : MOST_SHOWN;
    return body.substring(0, end);
  }

  /** Whether only the beginning of the content is shown. */
  public boolean cut() {
    return body.length() > MOST_SHOWN;
  }
}
