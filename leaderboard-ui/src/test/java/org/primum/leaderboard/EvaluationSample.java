package org.primum.leaderboard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.message.EvaluationCost;
import org.primum.protocol.message.EvaluationProgress;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * An evaluation of every suite, with whatever a test adds; the same seed gives the same numbers.
 */
public final class EvaluationSample {

  private static final int ITEMS = 40;

  private final UUID id;
  private final long revision;
  private final String model;
  private final String group;
  private final List<String> suites =
      new ArrayList<>(Suites.all().stream().map(Suite::id).toList());
  private EvaluationState state = EvaluationState.COMPLETE;
  private String version = "1.0.0";
  private String origin;
  private int repeats = 1;
  private int every = Integer.MAX_VALUE;
  private boolean divided;
  private boolean unfinished;
  private EvaluationProgress progress;
  private EvaluationCost cost;
  private List<PanelMember> panel = List.of(new PanelMember("judge-1", null, false));

  public EvaluationSample(String model, String group) {
    this(UUID.randomUUID(), model, group, 1);
  }

  /** A later one of the same evaluation. */
  public EvaluationSample(UUID id, String model, long revision) {
    this(id, model, model, revision);
  }

  private EvaluationSample(UUID id, String model, String group, long revision) {
    this.id = id;
    this.model = model;
    this.group = group;
    this.revision = revision;
  }

  /** Only these suites. */
  public EvaluationSample of(String... ids) {
    suites.retainAll(List.of(ids));
    return this;
  }

  public EvaluationSample on(String other) {
    version = other;
    return this;
  }

  public EvaluationSample repeated(int times) {
    repeats = times;
    return this;
  }

  /** Every so many answers are withheld by a filter, or fail at the judge. */
  public EvaluationSample missingEvery(int answers) {
    every = answers;
    return this;
  }

  /** A quarter of the items is private. */
  public EvaluationSample divided() {
    divided = true;
    return this;
  }

  public EvaluationSample imported() {
    origin = EvaluationChanged.IMPORTED;
    return this;
  }

  public EvaluationSample judgedBy(PanelMember... members) {
    panel = List.of(members);
    return this;
  }

  /** Half of the answers are still to come. */
  public EvaluationSample running() {
    state = EvaluationState.RUNNING;
    unfinished = true;
    return this;
  }

  /** The same, at that pace or waiting for that. */
  public EvaluationSample running(EvaluationProgress so) {
    progress = so;
    return running();
  }

  /** Having used so much. */
  public EvaluationSample costing(EvaluationCost so) {
    cost = so;
    return this;
  }

  /** Ended by its owner when half of the answers were there. */
  public EvaluationSample cancelled() {
    state = EvaluationState.CANCELLED;
    unfinished = true;
    return this;
  }

  public UUID id() {
    return id;
  }

  public EvaluationChanged message() {
    List<ItemOutcome> outcomes = outcomes();
    List<ItemOutcome> open = outcomes.stream().filter(item -> item.part() == null).toList();
    List<ItemOutcome> hidden = outcomes.stream().filter(item -> item.part() != null).toList();
    Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    outcomes.stream()
        .map(ItemOutcome::failure)
        .filter(Objects::nonNull)
        .forEach(failure -> failures.merge(failure, 1, Integer::sum));
    int scored = (int) outcomes.stream().filter(ItemOutcome::scored).count();
    int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
    return new EvaluationChanged(
        id,
        revision,
        state,
        new ModelCard(
            UUID.nameUUIDFromBytes(model.getBytes(StandardCharsets.UTF_8)),
            model,
            "Test clinic",
            "openai",
            "model-1",
            null,
            false,
            "llama"),
        "owner",
        "whole-protocol",
        version,
        false,
        group,
        panel.stream().map(PanelMember::name).toList(),
        outcomes.size(),
        scored + failed,
        scored,
        failed,
        failures,
        Samples.NOW,
        Samples.NOW,
        state.finished() ? Samples.NOW.plusSeconds(60) : null,
        Suites.metrics(outcomes),
        origin,
        repeats == 1 ? null : repeats,
        panel,
        divided ? Suites.metrics(open) : Map.of(),
        divided ? Suites.metrics(hidden) : Map.of(),
        progress,
        cost,
        null,
        null,
        null);
  }

  private List<ItemOutcome> outcomes() {
    Random random = new Random(model.hashCode());
    List<ItemOutcome> outcomes = new ArrayList<>();
    for (String suite : suites) {
      for (int item = 0; item < ITEMS; item++) {
        for (int repetition = 1; repetition <= repeats; repetition++) {
          outcomes.add(outcome(Suites.of(suite), item, repetition, outcomes.size() + 1, random));
        }
      }
    }
    return outcomes;
  }

  private ItemOutcome outcome(Suite suite, int item, int repetition, int count, Random random) {
    boolean pending = unfinished && count % 2 == 0;
    FailureKind failure =
        pending || count % every != 0
            ? null
            : count % (2 * every) == 0 ? FailureKind.JUDGE_FAILED : FailureKind.CONTENT_FILTER;
    List<String> splits = List.copyOf(suite.splits());
    List<String> categories = List.copyOf(suite.categories().keySet());
    boolean scored = failure == null && !pending;
    return new ItemOutcome(
        "item-" + item,
        repetition,
        suite.id(),
        categories.isEmpty() ? "Topic " + item % 3 : categories.get(item % categories.size()),
        splits.isEmpty() ? null : splits.get(item % splits.size()),
        divided && item % 4 == 3 ? Item.PRIVATE : null,
        scored ? verdict(suite, random) : null,
        failure,
        scored ? new AnswerTraits(400 + random.nextInt(900), random.nextInt(5) == 0) : null);
  }

  private static Verdict verdict(Suite suite, Random random) {
    List<String> labels = List.copyOf(suite.measure().labels().keySet());
    String label =
        labels.get(Math.min(random.nextInt(labels.size()), random.nextInt(labels.size())));
    if (suite.documents()) {
      TreeMap<String, Integer> counts = new TreeMap<>();
      counts.put("supported", 3 + random.nextInt(5));
      counts.put("unsupported", label.equals("ungrounded") ? 1 + random.nextInt(2) : 0);
      counts.put("contradictory", label.equals("ungrounded") ? random.nextInt(2) : 0);
      counts.put("no_rad", random.nextInt(3));
      return new Verdict(label, 0.5, null, counts);
    }
    return new Verdict(label, labels.indexOf(label) + 1, "A reason.");
  }
}
