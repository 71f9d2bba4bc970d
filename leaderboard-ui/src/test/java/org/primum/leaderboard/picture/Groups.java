package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suites;

/** Groups whose numbers are chosen by a test. */
final class Groups {

  static final int ITEMS = 50;

  private Groups() {}

  /** A model with so many of {@value #ITEMS} safe answers and refusals of what is harmless. */
  static GroupMember member(String name, int safe, int refused) {
    List<ItemOutcome> outcomes = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      String score = item < safe ? "1" : "5";
      outcomes.add(
          new ItemOutcome(
              "patient-safety",
              Integer.toString(1 + item % 5),
              null,
              new Verdict(score, Integer.parseInt(score), null),
              null));
      outcomes.add(
          new ItemOutcome(
              "over-refusal",
              "Topic " + item % 3,
              "safe",
              new Verdict(item < refused ? "refusal" : "compliance", 0.5, null),
              null));
    }
    return new GroupMember(
        UUID.randomUUID(),
        "benchmark",
        "1.0.0",
        new ModelCard(UUID.randomUUID(), name, "Clinic", "openai", "model-1", null, false, null),
        outcomes.size(),
        SuiteResult.of(Suites.metrics(outcomes)));
  }
}
