package org.primum.leaderboard.item;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.scoring.StockRefusal;
import org.primum.protocol.suite.Suites;

/** By what an item can be found that no other column says. */
final class ItemTraits {

  /** Its judges, or one judge's votes, do not agree on a question. */
  static final String VOTES_DIFFER = "votes-differ";

  /** Its scored answer opens with a stock phrase of refusal. */
  static final String REFUSING_WORDS = "refusing-words";

  private static final String PART = "part:";

  private ItemTraits() {}

  /** Its answer has a part with that label, and the part is counted. */
  static String part(String label) {
    return PART + label;
  }

  /** The traits of an item, in no particular order. */
  static List<String> of(ItemFinished item) {
    List<String> traits = new ArrayList<>();
    if (votesDiffer(item.votes())) {
      traits.add(VOTES_DIFFER);
    }
    if (item.verdict() != null) {
      if (item.answer() != null && StockRefusal.in(item.answer().text())) {
        traits.add(REFUSING_WORDS);
      }
      Suites.find(item.item().suite())
          .ifPresent(
              suite ->
                  suite.measure().countedParts(item.verdict()).stream()
                      .map(ItemTraits::part)
                      .forEach(traits::add));
    }
    return traits;
  }

  private static boolean votesDiffer(List<Vote> votes) {
    return votes.stream()
        .filter(vote -> vote.value() != null)
        .collect(
            Collectors.groupingBy(
                vote -> vote.question() == null ? "" : vote.question(),
                Collectors.mapping(ItemTraits::says, Collectors.toSet())))
        .values()
        .stream()
        .anyMatch(said -> said.size() > 1);
  }

  /** Of an answer that is read part by part, the value is only how many parts there are. */
  private static List<String> says(Vote vote) {
    return vote.parts() == null
        ? List.of(vote.value().toString())
        : vote.parts().stream().map(LabelledPart::label).sorted().toList();
  }
}
