package org.primum.protocol.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primum.protocol.FailureKind;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Spread;
import org.primum.protocol.statistics.Wilson;

/** Counting over the outcomes of a suite, the same for every measure. */
public final class Outcomes {

  private final List<ItemOutcome> all;
  private final List<ItemOutcome> scored;
  private int items = -1;

  /** Counts over these outcomes. */
  public Outcomes(List<ItemOutcome> all) {
    this.all = List.copyOf(all);
    this.scored = all.stream().filter(ItemOutcome::scored).toList();
  }

  /** Answers asked for. */
  public int asked() {
    return all.size();
  }

  /** Answers with a verdict. */
  public int scored() {
    return scored.size();
  }

  /** The scored ones. */
  public List<ItemOutcome> verdicts() {
    return scored;
  }

  /** Those that pass. */
  public Outcomes where(Predicate<ItemOutcome> wanted) {
    return new Outcomes(all.stream().filter(wanted).toList());
  }

  /** These and those. */
  public Outcomes and(Outcomes others) {
    return new Outcomes(Stream.concat(all.stream(), others.all.stream()).toList());
  }

  /** How many scored ones pass. */
  public int count(Predicate<ItemOutcome> wanted) {
    return (int) scored.stream().filter(wanted).count();
  }

  /** Answers that ended without a verdict, by reason. */
  public Map<FailureKind, Integer> missing() {
    Map<FailureKind, Integer> missing = new EnumMap<>(FailureKind.class);
    all.stream()
        .filter(outcome -> outcome.failure() != null)
        .forEach(outcome -> missing.merge(outcome.failure(), 1, Integer::sum));
    return missing;
  }

  /** Those of each category. */
  public SortedMap<String, Outcomes> categories() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                ItemOutcome::category,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Outcomes::new)));
  }

  /** The metrics of each category. */
  public <M> SortedMap<String, M> byCategory(Function<List<ItemOutcome>, M> metrics) {
    SortedMap<String, M> categories = new TreeMap<>();
    categories()
        .forEach((category, outcomes) -> categories.put(category, metrics.apply(outcomes.all)));
    return categories;
  }

  /**
   * The share of the scored that pass; null while none is scored. Several answers to one item are
   * not several items: the interval is as wide as the number of different items makes it.
   */
  public Estimate rate(Predicate<ItemOutcome> wanted) {
    if (scored.isEmpty()) {
      return null;
    }
    int items = items();
    int count = count(wanted);
    return items == scored.size()
        ? Wilson.interval(count, scored.size())
        : Wilson.interval((double) count / scored.size(), items);
  }

  /** The share if every missing answer passed, and if none did; null where nothing is missing. */
  public Bounds bounds(Predicate<ItemOutcome> wanted) {
    return scored.size() == all.size() ? null : Bounds.of(count(wanted), scored.size(), all.size());
  }

  /** The share that passes in each repetition; null where nothing is repeated. */
  public Spread repeats(Predicate<ItemOutcome> wanted) {
    return repeatsOf(
        outcomes ->
            outcomes.scored() == 0 ? null : (double) outcomes.count(wanted) / outcomes.scored());
  }

  /**
   * A rate in each repetition; null where nothing is repeated.
   *
   * @param rate of one repetition's outcomes, or null where there is none
   */
  public Spread repeatsOf(Function<Outcomes, Double> rate) {
    if (all.stream().noneMatch(outcome -> outcome.repetition() > 1)) {
      return null;
    }
    List<Double> rates =
        all.stream()
            .collect(
                Collectors.groupingBy(ItemOutcome::repetition, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(outcomes -> rate.apply(new Outcomes(outcomes)))
            .filter(Objects::nonNull)
            .toList();
    return rates.isEmpty() ? null : Spread.of(rates);
  }

  /**
   * One array of values for each scored item, to resample items; always in the same order, so that
   * several values of an item can be told to belong together.
   */
  public double[][] clusters(ToDoubleFunction<ItemOutcome> value) {
    if (items() == scored.size()) {
      return scored.stream()
          .map(outcome -> new double[] {value.applyAsDouble(outcome)})
          .toArray(double[][]::new);
    }
    List<double[]> clusters = new ArrayList<>();
    Map<String, List<ItemOutcome>> repeated = new TreeMap<>();
    for (ItemOutcome outcome : scored) {
      if (outcome.item() == null) {
        clusters.add(new double[] {value.applyAsDouble(outcome)});
      } else {
        repeated.computeIfAbsent(outcome.item(), item -> new ArrayList<>()).add(outcome);
      }
    }
    repeated
        .values()
        .forEach(
            outcomes ->
                clusters.add(
                    outcomes.stream()
                        .sorted(Comparator.comparingInt(ItemOutcome::repetition))
                        .mapToDouble(value)
                        .toArray()));
    return clusters.toArray(double[][]::new);
  }

  /** How many different items are scored; counted once, because every rate asks for it. */
  private int items() {
    if (items < 0) {
      items = countItems();
    }
    return items;
  }

  private int countItems() {
    Set<String> named = new HashSet<>();
    int unnamed = 0;
    for (ItemOutcome outcome : scored) {
      if (outcome.item() == null) {
        unnamed++;
      } else {
        named.add(outcome.item());
      }
    }
    return named.size() + unnamed;
  }

  /** The share of answers that open with a stock phrase of refusal; null where not measured. */
  public Estimate stockRefusals() {
    List<ItemOutcome> measured = measured();
    return measured.isEmpty()
        ? null
        : new Outcomes(measured).rate(outcome -> outcome.traits().stockRefusal());
  }

  /** The mean length of scored answers in characters; null where not measured. */
  public Double meanLength() {
    List<ItemOutcome> measured = measured();
    return measured.isEmpty()
        ? null
        : (double) measured.stream().mapToLong(outcome -> outcome.traits().length()).sum()
            / measured.size();
  }

  private List<ItemOutcome> measured() {
    return scored.stream().filter(outcome -> outcome.traits() != null).toList();
  }
}
