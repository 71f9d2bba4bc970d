package org.primum.leaderboard.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.primum.leaderboard.compare.VerdictVectors.SuiteRate;
import org.primum.protocol.Item;
import org.primum.protocol.message.ItemFinished;

/**
 * Items on which models came to something else.
 *
 * @param by the rate they differ in
 * @param count how many there are, those that are not shown included
 * @param items the first of them that may be shown
 */
record DifferingItems(SuiteRate by, int count, List<Row> items) {

  /**
   * One item.
   *
   * @param item what was asked
   * @param answers of each model, in the order of the models; null where it has none
   */
  record Row(Item item, List<ItemFinished> answers) {}

  static DifferingItems of(SuiteRate by, int count, List<List<ItemFinished>> byModel) {
    List<Map<Integer, ItemFinished>> places = new ArrayList<>();
    Map<Integer, Item> asked = new LinkedHashMap<>();
    for (List<ItemFinished> answers : byModel) {
      Map<Integer, ItemFinished> ofModel = new HashMap<>();
      for (ItemFinished answer : answers) {
        ofModel.put(answer.ordinal(), answer);
        asked.putIfAbsent(answer.ordinal(), answer.item());
      }
      places.add(ofModel);
    }
    List<Row> rows = new ArrayList<>();
    asked.forEach(
        (place, item) -> {
          List<ItemFinished> answers = new ArrayList<>();
          places.forEach(ofModel -> answers.add(ofModel.get(place)));
          rows.add(new Row(item, answers));
        });
    return new DifferingItems(by, count, List.copyOf(rows));
  }

  /** Whether some are left out. */
  public boolean more() {
    return items.size() < count;
  }

  /** Whether they differ in that rate. */
  public boolean shows(String suite, String rate) {
    return by.equals(new SuiteRate(suite, rate));
  }
}
