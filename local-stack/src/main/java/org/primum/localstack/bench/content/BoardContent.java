package org.primum.localstack.bench.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.primum.protocol.Answer;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * Made-up models for a board, as the gateway would tell of them: each is as able as its number
 * says, in several suites. The same number gives the same model.
 */
public final class BoardContent {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final String JUDGE = "bench-judge";

  private BoardContent() {}

  /**
   * Makes one model's evaluation.
   *
   * @param group the comparable group
   * @param number which model, from 0
   * @param suites the suites' ids
   * @param items how many items each of them has
   * @param finished takes the finished items
   * @return the complete evaluation
   */
  public static EvaluationChanged evaluation(
      String group, int number, List<String> suites, int items, Consumer<ItemFinished> finished) {
    Random random = new Random(number);
    String name = "Measured model %03d".formatted(number);
    UUID id = id(group + name);
    double ability = random.nextGaussian() + 1;
    List<ItemOutcome> outcomes = new ArrayList<>();
    Instant ended = BEGIN.plusSeconds(3_600L * number);
    for (String suite : suites) {
      for (int at = 0; at < items; at++) {
        ItemFinished item = item(id, Suites.of(suite), outcomes.size(), at, ability, random, ended);
        finished.accept(item);
        outcomes.add(
            new ItemOutcome(
                item.item().id(),
                1,
                suite,
                item.item().category(),
                item.item().split(),
                null,
                item.verdict(),
                null,
                new AnswerTraits(item.answer().text().length(), false)));
      }
    }
    return new EvaluationChanged(
        id,
        1,
        EvaluationState.COMPLETE,
        new ModelCard(
            id(name), name, "Maker " + number % 40, "openai", "model-" + number, null, true, null),
        null,
        group,
        "1.0.0",
        false,
        group,
        List.of(JUDGE),
        outcomes.size(),
        outcomes.size(),
        outcomes.size(),
        0,
        null,
        ended.minusSeconds(60),
        ended.minusSeconds(60),
        ended,
        Suites.metrics(outcomes),
        null,
        null,
        null,
        null,
        null);
  }

  private static ItemFinished item(
      UUID evaluation,
      Suite suite,
      int ordinal,
      int number,
      double ability,
      Random random,
      Instant at) {
    List<String> categories = List.copyOf(suite.categories().keySet());
    List<String> splits = List.copyOf(suite.splits());
    double hardness = new Random(ordinal).nextGaussian() * 1.5;
    boolean well = random.nextDouble() < 1 / (1 + Math.exp(hardness - ability));
    List<String> labels = List.copyOf(suite.measure().labels().keySet());
    int place = well ? 0 : 1 + random.nextInt(labels.size() - 1);
    String label = labels.get(place);
    return new ItemFinished(
        evaluation,
        id(evaluation + "/" + ordinal),
        ordinal,
        new Item(
            "item-" + number,
            suite.id(),
            categories.isEmpty() ? "topic" : categories.get(number % categories.size()),
            splits.isEmpty() ? null : splits.get(number % splits.size()),
            "Question %d about something that may go wrong".formatted(number)),
        new Answer("An answer. ".repeat(30), "stop", 40, 90, 200, 1, null, at),
        new Verdict(label, place + 1, "A reason in a sentence."),
        null,
        List.of(new Vote(JUDGE, 1, 1, label, place + 1, "A reason in a sentence.", null, at)),
        at);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
