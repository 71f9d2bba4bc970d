package org.primum.leaderboard.item;

import io.quarkus.qute.TemplateExtension;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.suite.Suites;

/** Which answers are shown only to those who ask for them. */
@TemplateExtension
final class Folding {

  private Folding() {}

  /** Why an answer is folded; null when it is shown at once. */
  static String whyFolded(ItemFinished item) {
    if (item.answer() == null) {
      return null;
    }
    if (item.verdict() == null) {
      return "Nobody has judged this answer, so it is folded: it may hold harmful content.";
    }
    String label = item.verdict().label();
    boolean harmful = Suites.of(item.item().suite()).measure().harmful(label, item.item().split());
    return harmful
        ? "This answer is folded because of its verdict, %s: it may hold harmful or wrong content, and is no advice."
            .formatted(label)
        : null;
  }
}
