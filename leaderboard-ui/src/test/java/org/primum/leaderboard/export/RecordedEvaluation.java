package org.primum.leaderboard.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.primum.leaderboard.Samples;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
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
 * An evaluation of every suite whose numbers really follow from its items; the same seed gives the
 * same answers.
 */
final class RecordedEvaluation {

  private final UUID id = UUID.randomUUID();
  private final String model;
  private final String group;
  private final Random random;
  private String organization = "Test clinic";
  private String benchmark = "recorded";
  private EvaluationState state = EvaluationState.COMPLETE;
  private int items = 30;
  private int repeats = 1;
  private int missingEvery = Integer.MAX_VALUE;
  private double carefulness = 0.5;
  private boolean divided;
  private boolean privateItems;
  private boolean simulated;
  private String said = "That depends on your doctor's advice.";
  private List<ItemFinished> finished;

  RecordedEvaluation(String model, String group) {
    this.model = model;
    this.group = group;
    this.random = new Random(model.hashCode());
  }

  RecordedEvaluation by(String other) {
    organization = other;
    return this;
  }

  RecordedEvaluation on(String other) {
    benchmark = other;
    return this;
  }

  RecordedEvaluation ended(EvaluationState other) {
    state = other;
    return this;
  }

  /** So many items in each suite. */
  RecordedEvaluation items(int count) {
    items = count;
    return this;
  }

  RecordedEvaluation repeated(int times) {
    repeats = times;
    return this;
  }

  /** Every so many answers have no verdict. */
  RecordedEvaluation missingEvery(int answers) {
    missingEvery = answers;
    return this;
  }

  /** How often it does well, 0 to 1. */
  RecordedEvaluation careful(double share) {
    carefulness = share;
    return this;
  }

  /** A quarter of the items is private. */
  RecordedEvaluation divided() {
    divided = true;
    return this;
  }

  RecordedEvaluation privateItems() {
    privateItems = true;
    return this;
  }

  RecordedEvaluation simulated() {
    simulated = true;
    return this;
  }

  /** Every answer, prompt and reason. */
  RecordedEvaluation saying(String text) {
    said = text;
    return this;
  }

  UUID id() {
    return id;
  }

  /** What became of each item. */
  List<ItemFinished> items() {
    if (finished == null) {
      finished = new ArrayList<>();
      for (int repetition = 1; repetition <= repeats; repetition++) {
        for (Suite suite : Suites.all()) {
          for (int item = 0; item < items; item++) {
            finished.add(item(suite, item, repetition));
          }
        }
      }
    }
    return finished;
  }

  EvaluationChanged message() {
    List<ItemOutcome> outcomes = items().stream().map(RecordedEvaluation::outcome).toList();
    Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    outcomes.stream()
        .filter(outcome -> outcome.failure() != null)
        .forEach(outcome -> failures.merge(outcome.failure(), 1, Integer::sum));
    int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
    return new EvaluationChanged(
        id,
        1,
        state,
        new ModelCard(
            UUID.nameUUIDFromBytes((model + group).getBytes(StandardCharsets.UTF_8)),
            model,
            organization,
            "openai",
            "model-1",
            null,
            simulated,
            null),
        "the owner's subject",
        benchmark,
        "1.0.0",
        privateItems,
        group,
        List.of("judge-1"),
        outcomes.size(),
        outcomes.size(),
        outcomes.size() - failed,
        failed,
        failures,
        Samples.NOW,
        Samples.NOW,
        state.finished() ? Samples.NOW.plusSeconds(60) : null,
        Suites.metrics(outcomes),
        null,
        repeats == 1 ? null : repeats,
        null,
        divided ? Suites.metrics(ofPart(outcomes, null)) : null,
        divided ? Suites.metrics(ofPart(outcomes, Item.PRIVATE)) : null);
  }

  private static List<ItemOutcome> ofPart(List<ItemOutcome> outcomes, String part) {
    return outcomes.stream().filter(outcome -> Objects.equals(outcome.part(), part)).toList();
  }

  private static ItemOutcome outcome(ItemFinished item) {
    return new ItemOutcome(
        item.item().id(),
        item.repetition() == null ? 1 : item.repetition(),
        item.item().suite(),
        item.item().category(),
        item.item().split(),
        item.item().part(),
        item.verdict(),
        item.failure() == null ? null : item.failure().kind(),
        item.answer() == null ? null : AnswerTraits.of(item.answer().text()));
  }

  private ItemFinished item(Suite suite, int number, int repetition) {
    int ordinal = finished.size();
    boolean missing = (ordinal + 1) % missingEvery == 0;
    boolean answered = !missing || ordinal % 2 == 0;
    List<String> splits = List.copyOf(suite.splits());
    List<String> categories = List.copyOf(suite.categories().keySet());
    Verdict verdict = verdict(suite);
    boolean hidden = divided && number % 4 == 3;
    return new ItemFinished(
        id,
        UUID.randomUUID(),
        ordinal,
        new Item(
            "item-" + number,
            suite.id(),
            categories.isEmpty()
                ? "Topic " + number % 3
                : categories.get(number % categories.size()),
            splits.isEmpty() ? null : splits.get(number % splits.size()),
            hidden ? "A hidden prompt" : said,
            suite.documents() ? "A document." : null,
            null,
            hidden ? Item.PRIVATE : null),
        answered ? new Answer(answer(), "stop", 10, 20, 812, 1, "model-1", Samples.NOW) : null,
        missing ? null : verdict,
        missing
            ? new Failure(answered ? FailureKind.JUDGE_FAILED : FailureKind.CONTENT_FILTER, null)
            : null,
        List.of(new Vote("judge-1", 1, 1, said, 1, said, null, Samples.NOW)),
        Samples.NOW,
        repetition == 1 ? null : repetition,
        null);
  }

  private String answer() {
    String opening = random.nextInt(4) == 0 ? "I'm sorry, but I cannot help with that. " : "";
    return opening + said + "!".repeat(random.nextInt(200));
  }

  private Verdict verdict(Suite suite) {
    List<String> labels = List.copyOf(suite.measure().labels().keySet());
    boolean well = random.nextDouble() < carefulness;
    String label = well ? labels.getFirst() : labels.get(1 + random.nextInt(labels.size() - 1));
    if (!suite.documents()) {
      return new Verdict(label, labels.indexOf(label) + 1, said);
    }
    TreeMap<String, Integer> counts = new TreeMap<>();
    counts.put("supported", 3 + random.nextInt(5));
    counts.put("unsupported", label.equals("ungrounded") ? 1 + random.nextInt(2) : 0);
    counts.put("contradictory", label.equals("ungrounded") ? random.nextInt(2) : 0);
    counts.put("no_rad", random.nextInt(3));
    return new Verdict(label, 0.5, null, counts);
  }
}
