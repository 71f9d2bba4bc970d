package org.primum.gateway.benchmark.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.primum.gateway.benchmark.VersionName;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.suite.Suites;

/** Makes settings of a form, and collects what is wrong with its fields. */
final class SettingsCheck {

  private static final int MOST_TOKENS = 32_768;
  private static final int MOST_JUDGES = 20;
  private static final String TOO_LONG =
      "may have %,d characters at the most, and no control characters";

  private final UnaryOperator<List<String>> unknownJudges;
  private final List<Problem.FieldError> errors = new ArrayList<>();

  /**
   * A check.
   *
   * @param unknownJudges tells which of some names no judge has
   */
  SettingsCheck(UnaryOperator<List<String>> unknownJudges) {
    this.unknownJudges = unknownJudges;
  }

  /** What is wrong so far. */
  List<Problem.FieldError> errors() {
    return List.copyOf(errors);
  }

  /** The settings; of no use when there are errors. */
  VersionSettings settings(SettingsForm.Settings form) {
    if (form == null) {
      return VersionSettings.PUBLISHED;
    }
    int repeats = form.repeats() == null ? 1 : form.repeats();
    SortedMap<String, JudgingSettings> judging = new TreeMap<>();
    if (form.judging() != null) {
      form.judging().forEach((suite, settings) -> judging(suite, settings, judging));
    }
    Generation generation = generation(form.generation());
    return within("repeats", repeats, 1, VersionSettings.MOST_REPEATS)
        ? new VersionSettings(generation, repeats, judging)
        : VersionSettings.PUBLISHED;
  }

  /** The names of judges, none of them unknown or twice. */
  List<String> judges(String field, List<String> names) {
    List<String> named = names == null ? List.of() : names;
    if (named.stream().anyMatch(name -> name == null || name.isBlank())) {
      refuse(field, "has an empty name");
      return List.of();
    }
    if (new HashSet<>(named).size() < named.size()) {
      refuse(field, "names a judge twice");
    }
    if (named.size() > MOST_JUDGES) {
      refuse(field, "may name %d judges at the most".formatted(MOST_JUDGES));
      return List.of();
    }
    List<String> unknown = unknownJudges.apply(named);
    if (!unknown.isEmpty()) {
      refuse(field, "names %s, which is no judge here; add it first".formatted(unknown));
    }
    return named;
  }

  /** The notes; null when they are empty. */
  String notes(String notes) {
    if (notes == null || notes.isBlank()) {
      return null;
    }
    if (!VersionName.acceptable(notes, VersionName.MAX_NOTES)) {
      refuse("notes", TOO_LONG.formatted(VersionName.MAX_NOTES));
    }
    return notes.strip();
  }

  private Generation generation(SettingsForm.GenerationForm form) {
    Generation usual = Generation.PUBLISHED;
    if (form == null) {
      return usual;
    }
    String system =
        form.systemPrompt() == null || form.systemPrompt().isBlank() ? null : form.systemPrompt();
    double temperature = form.temperature() == null ? usual.temperature() : form.temperature();
    double topP = form.topP() == null ? usual.topP() : form.topP();
    int maxTokens = form.maxTokens() == null ? usual.maxTokens() : form.maxTokens();
    boolean good = within("generation.temperature", temperature, 0, 2);
    good &= within("generation.maxTokens", maxTokens, 1, MOST_TOKENS);
    if (!(topP > 0 && topP <= 1)) {
      good = refuse("generation.topP", "must be above 0 and at most 1");
    }
    if (system != null && !VersionName.acceptable(system, Item.MAX_PROMPT)) {
      good = refuse("generation.systemPrompt", TOO_LONG.formatted(Item.MAX_PROMPT));
    }
    return good ? new Generation(system, temperature, topP, maxTokens) : usual;
  }

  private void judging(
      String suite, SettingsForm.JudgingForm form, SortedMap<String, JudgingSettings> judging) {
    String field = "judging." + suite;
    if (Suites.find(suite).isEmpty()) {
      refuse(field, "is no suite");
      return;
    }
    if (form == null) {
      return;
    }
    boolean good = form.votes() == null || within(field + ".votes", form.votes(), 1, 100);
    good &= form.temperature() == null || within(field + ".temperature", form.temperature(), 0, 2);
    good &=
        form.maxTokens() == null || within(field + ".maxTokens", form.maxTokens(), 1, MOST_TOKENS);
    good &= form.maxRequests() == null || within(field + ".maxRequests", form.maxRequests(), 1, 20);
    PanelRule rule = rule(field + ".rule", form.rule());
    List<String> named = judges(field + ".judges", form.judges());
    if (!good) {
      return;
    }
    JudgingSettings settings =
        new JudgingSettings(
            form.votes(), form.temperature(), form.maxTokens(), form.maxRequests(), rule, named);
    try {
      settings.applied(Suites.of(suite).questions().getFirst(), true);
      if (!settings.equals(JudgingSettings.PUBLISHED)) {
        judging.put(suite, settings);
      }
    } catch (IllegalArgumentException contradictory) {
      refuse(field + ".temperature", contradictory.getMessage());
    }
  }

  private PanelRule rule(String field, String label) {
    if (label == null || label.isBlank()) {
      return null;
    }
    return Arrays.stream(PanelRule.values())
        .filter(rule -> rule.label().equals(label.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(
            () -> {
              refuse(field, "must be mean, median or majority");
              return null;
            });
  }

  private boolean within(String field, double value, int least, int most) {
    return (value >= least && value <= most)
        || refuse(field, "must be %d to %,d".formatted(least, most));
  }

  private boolean refuse(String field, String message) {
    errors.add(new Problem.FieldError(field, message));
    return false;
  }
}
