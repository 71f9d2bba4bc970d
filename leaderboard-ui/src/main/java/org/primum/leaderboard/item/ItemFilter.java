package org.primum.leaderboard.item;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.scoring.Counted;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * Which items of an evaluation a reader wants to see, as it stands in the address. What is not said
 * narrows nothing, and what cannot be meant is left out.
 */
public final class ItemFilter {

  /** What can be asked of an item. */
  public enum Field {
    /** A suite's id. */
    SUITE,
    /** A category's id. */
    CATEGORY,
    /** A split of the suite. */
    SPLIT,
    /**
     * A verdict's label, {@value ItemFilter#SCORED}, {@value ItemFilter#FAILED}, or one failure.
     */
    VERDICT,
    /** The id of a rate of the suite: answers that it counts. */
    RATE,
    /** A label of a part of the answer. */
    SENTENCE,
    /** {@value ItemFilter#DIFFER}: votes that do not agree. */
    VOTES,
    /** Which of the repetitions. */
    REPEAT;

    /** Its name in the address. */
    public String parameter() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Stands for every item without a verdict. */
  public static final String FAILED = "failed";

  /** Stands for every item with a verdict. */
  public static final String SCORED = "scored";

  /** Votes that do not agree. */
  public static final String DIFFER = "differ";

  /** Before a kind of failure: items that failed for that reason. */
  static final String FAILED_BY = FAILED + ":";

  /** Nothing that can be asked for is longer. */
  private static final int LONGEST = 100;

  /** These mean something within a suite only. */
  private static final Set<Field> OF_A_SUITE =
      EnumSet.of(Field.CATEGORY, Field.SPLIT, Field.RATE, Field.SENTENCE);

  /** Between a suite and its category, where one choice says both. */
  private static final String SUITE_AND_CATEGORY = "/";

  private final Map<Field, String> chosen;

  private ItemFilter(Map<Field, String> chosen) {
    this.chosen = Collections.unmodifiableMap(new EnumMap<>(chosen));
  }

  /** Everything. */
  public static ItemFilter none() {
    return new ItemFilter(new EnumMap<>(Field.class));
  }

  /** As an address says it; of a parameter that comes several times the first counts. */
  public static ItemFilter of(Map<String, List<String>> parameters) {
    ItemFilter filter = none();
    for (Field field : Field.values()) {
      List<String> values = parameters.getOrDefault(field.parameter(), List.of());
      if (!values.isEmpty()) {
        filter = filter.with(field, values.getFirst());
      }
    }
    return filter;
  }

  /** The same, with this narrowed to that value, or widened again by an empty one. */
  public ItemFilter with(Field field, String value) {
    String cleaned = clean(value);
    Map<Field, String> changed = copy();
    int slash = cleaned.indexOf(SUITE_AND_CATEGORY);
    if (field == Field.CATEGORY && slash > 0 && known(cleaned.substring(0, slash)).isPresent()) {
      changed.put(Field.SUITE, cleaned.substring(0, slash));
      cleaned = cleaned.substring(slash + 1).strip();
    }
    if (cleaned.isEmpty()) {
      changed.remove(field);
    } else {
      changed.put(field, cleaned);
    }
    return new ItemFilter(meant(changed));
  }

  /** The same without this, and without what means nothing without it. */
  public ItemFilter without(Field field) {
    Map<Field, String> changed = copy();
    changed.remove(field);
    if (field == Field.SUITE) {
      changed.keySet().removeAll(OF_A_SUITE);
    }
    return new ItemFilter(changed);
  }

  /** A choice of another suite may be left over from a form. */
  private static Map<Field, String> meant(Map<Field, String> changed) {
    String suite = changed.getOrDefault(Field.SUITE, "");
    changed.computeIfPresent(
        Field.RATE, (field, rate) -> counted(suite, rate).isPresent() ? rate : null);
    known(suite)
        .ifPresent(
            found -> {
              Set<String> categories = found.categories().keySet();
              keepOf(changed, Field.CATEGORY, categories.isEmpty() ? null : categories);
              keepOf(changed, Field.SPLIT, found.splits());
              keepOf(changed, Field.SENTENCE, found.measure().partLabels().keySet());
            });
    changed.computeIfPresent(Field.VOTES, (field, votes) -> DIFFER.equals(votes) ? votes : null);
    changed.computeIfPresent(Field.REPEAT, (field, repeat) -> repetition(repeat) ? repeat : null);
    return changed;
  }

  private static void keepOf(Map<Field, String> changed, Field field, Set<String> possible) {
    changed.computeIfPresent(
        field, (any, value) -> possible == null || possible.contains(value) ? value : null);
  }

  private static boolean repetition(String value) {
    return value.matches("[1-9]\\d?") && Integer.parseInt(value) <= VersionSettings.MOST_REPEATS;
  }

  private static Optional<Suite> known(String suite) {
    return Suites.find(suite);
  }

  private static Optional<Counted> counted(String suite, String rate) {
    return known(suite).map(found -> found.measure().counted(rate));
  }

  /** What it says of that; empty when it says nothing. */
  public String get(Field field) {
    return chosen.getOrDefault(field, "");
  }

  /** Everything it says, in order. */
  public Map<Field, String> chosen() {
    return chosen;
  }

  /** A suite's id, or empty. */
  public String suite() {
    return get(Field.SUITE);
  }

  /** A category's id, or empty. */
  public String category() {
    return get(Field.CATEGORY);
  }

  /** A suite and its category as one choice; empty unless it says both. */
  public String suiteAndCategory() {
    return suite().isEmpty() || category().isEmpty()
        ? ""
        : suite() + SUITE_AND_CATEGORY + category();
  }

  /** What is wanted of the verdict, or empty. */
  public String verdict() {
    return get(Field.VERDICT);
  }

  /** Whether only items are wanted whose votes do not agree. */
  public boolean votesDiffer() {
    return chosen.containsKey(Field.VOTES);
  }

  /** Which repetition is wanted, or empty. */
  public String repeat() {
    return get(Field.REPEAT);
  }

  /** Whether that repetition is wanted. */
  public boolean repeats(Integer repetition) {
    return repeat().equals(repetition.toString());
  }

  /** A split, or empty. */
  public String split() {
    return get(Field.SPLIT);
  }

  /** A rate's id; null for none. */
  public String rate() {
    return chosen.get(Field.RATE);
  }

  /** A label of a part of the answer; null for none. */
  public String sentence() {
    return chosen.get(Field.SENTENCE);
  }

  /** What the rate that is asked for counts; null when none is. */
  Counted counted() {
    return counted(suite(), get(Field.RATE)).orElse(null);
  }

  /** The kind of failure that is wanted, as the read model has it; null for none in particular. */
  String failure() {
    return verdict().startsWith(FAILED_BY)
        ? verdict().substring(FAILED_BY.length()).replace('-', '_')
        : null;
  }

  /** Whether what it asks for is among the traits of an item. */
  boolean asksForTraits() {
    Counted counted = counted();
    return votesDiffer()
        || chosen.containsKey(Field.SENTENCE)
        || (counted != null && (counted.refusingWords() || !counted.parts().isEmpty()));
  }

  /** Whether anything is left out. */
  public boolean narrows() {
    return !chosen.isEmpty();
  }

  /** As the query of an address, empty when it says nothing. */
  public String query() {
    return query(List.of());
  }

  /** The same, with the page number where it is not the first. */
  public String query(int page) {
    return query(page == 1 ? List.of() : List.of("page=" + page));
  }

  private String query(List<String> more) {
    List<String> parameters =
        chosen.entrySet().stream()
            .map(entry -> entry.getKey().parameter() + "=" + encoded(entry.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    parameters.addAll(more);
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  /** Where the items of that evaluation are listed so. */
  public String list(UUID evaluation) {
    return "/evaluations/%s%s#items".formatted(evaluation, query());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemFilter filter && chosen.equals(filter.chosen);
  }

  @Override
  public int hashCode() {
    return chosen.hashCode();
  }

  @Override
  public String toString() {
    return "ItemFilter" + chosen;
  }

  private Map<Field, String> copy() {
    Map<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(chosen);
    return copy;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** PostgreSQL takes no NUL in a text. */
  private static String clean(String value) {
    String text = value == null ? "" : value.replace("\0", "").strip();
    return text.substring(0, Math.min(text.length(), LONGEST)).strip();
  }
}
