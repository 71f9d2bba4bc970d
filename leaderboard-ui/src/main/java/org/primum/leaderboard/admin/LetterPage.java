package org.primum.leaderboard.admin;

import java.util.List;
import org.primum.leaderboard.gateway.DeadLetter;
import org.primum.leaderboard.gateway.Gateway;

/**
 * Some dead letters.
 *
 * @param open whether they are open; else somebody dealt with them
 * @param letters the page
 * @param page from 1
 * @param more whether there is a further page
 */
public record LetterPage(boolean open, List<DeadLetter> letters, int page, boolean more) {

  static final String DEALT_WITH = "dealt-with";
  private static final int SIZE = 50;
  private static final int LAST = 100_000;

  static LetterPage of(Gateway gateway, String state, int page) {
    int shown = Math.clamp(page, 1, LAST);
    boolean open = !DEALT_WITH.equals(state);
    // One more than is shown tells whether there is a further page.
    List<DeadLetter> found =
        gateway.deadLetters(open ? "open" : DEALT_WITH, (shown - 1) * SIZE, SIZE + 1);
    boolean more = found.size() > SIZE;
    return new LetterPage(open, more ? found.subList(0, SIZE) : found, shown, more);
  }

  /** The address of another page of the same letters. */
  public String query(int other) {
    return "?state=%s&page=%d".formatted(open ? "open" : DEALT_WITH, other);
  }
}
