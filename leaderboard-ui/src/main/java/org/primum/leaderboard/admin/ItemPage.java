package org.primum.leaderboard.admin;

import java.util.List;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.page.Formatting;
import org.primum.protocol.Item;

/**
 * Some items of a version.
 *
 * @param suite the suite they are of; empty for all
 * @param search what their id or prompt holds; empty for anything
 * @param items the page
 * @param page from 1
 * @param more whether there is a further page
 */
public record ItemPage(String suite, String search, List<Item> items, int page, boolean more) {

  private static final int SIZE = 50;
  private static final int LAST = 100_000;

  static ItemPage of(
      Gateway gateway, VersionAddress version, String suite, String search, int page) {
    int shown = Math.clamp(page, 1, LAST);
    String words = search.strip();
    // One more than is shown tells whether there is a further page.
    List<Item> found =
        gateway.items(
            version.benchmark(),
            version.version(),
            suite.isEmpty() ? null : suite,
            words.isEmpty() ? null : words,
            (shown - 1) * SIZE,
            SIZE + 1);
    boolean more = found.size() > SIZE;
    return new ItemPage(suite, words, more ? found.subList(0, SIZE) : found, shown, more);
  }

  /** The number of its first item. */
  public int first() {
    return (page - 1) * SIZE + 1;
  }

  /** The number of its last item. */
  public int last() {
    return (page - 1) * SIZE + items.size();
  }

  /** Whether items are left out. */
  public boolean narrowed() {
    return !(suite.isEmpty() && search.isEmpty());
  }

  /** The address of another page of the same items. */
  public String query(int other) {
    return "?suite=%s&search=%s&page=%d#items"
        .formatted(Formatting.encoded(suite), Formatting.encoded(search), other);
  }
}
