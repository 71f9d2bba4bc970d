package org.primum.protocol.suite;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.primum.protocol.Item;
import org.primum.protocol.Perspective;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;

/** One kind of test: who is at risk, what it asks, how answers are judged and counted. */
public interface Suite {

  /** Stable id, as in the API. */
  String id();

  /** The name shown on pages. */
  String title();

  /** Whose risk it measures. */
  Perspective perspective();

  /** Category ids with their titles, in order; empty when a version brings its own categories. */
  SortedMap<String, String> categories();

  /** The splits an item must name one of; empty when the suite has none. */
  SortedSet<String> splits();

  /** How the answers of this suite are judged by these judges. */
  JudgingProtocol judging(List<JudgingProtocol.Judge> judges);

  /** What the verdicts on its items come to. */
  SuiteMetrics metrics(List<ItemOutcome> outcomes);

  /**
   * Says what is wrong with an item of this suite.
   *
   * @return a sentence, or null when nothing is
   */
  default String problem(Item item) {
    if (!categories().isEmpty() && !categories().containsKey(item.category())) {
      return "category \"%s\" is not one of %s".formatted(item.category(), categories().keySet());
    }
    if (!splits().isEmpty() && !splits().contains(item.split() == null ? "" : item.split())) {
      return "split \"%s\" is not one of %s".formatted(item.split(), splits());
    }
    if (splits().isEmpty() && item.split() != null) {
      return "suite " + id() + " has no splits";
    }
    return null;
  }
}
