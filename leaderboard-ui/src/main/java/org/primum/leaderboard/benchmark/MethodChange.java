package org.primum.leaderboard.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.primum.leaderboard.page.Formatting;
import org.primum.protocol.Generation;
import org.primum.protocol.judging.Question;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.VersionMethod;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * Something that a version does otherwise than the one before it.
 *
 * @param what it is
 * @param before as the version before has it; null when it has no such thing
 * @param after as this version has it; null when it has no such thing
 */
public record MethodChange(String what, String before, String after) {

  /** A text has changed that is too long to stand in a list. */
  public boolean reworded() {
    return before == null && after == null;
  }

  /** All of them, as far as the two tell. */
  static List<MethodChange> between(BenchmarkChanged earlier, BenchmarkChanged later) {
    boolean bothTell = earlier.settings() != null && later.settings() != null;
    Facts before = Facts.of(earlier, bothTell);
    Facts after = Facts.of(later, bothTell);
    List<MethodChange> changes = new ArrayList<>();
    for (String what : Facts.together(before.words, after.words)) {
      String was = before.words.get(what);
      String is = after.words.get(what);
      if (!Objects.equals(was, is)) {
        changes.add(new MethodChange(what, was, is));
      }
    }
    for (String what : Facts.together(before.texts, after.texts)) {
      String was = before.texts.get(what);
      String is = after.texts.get(what);
      // A suite that is new or gone says so by its items.
      if (was != null && is != null && !was.equals(is)) {
        changes.add(new MethodChange(what, null, null));
      }
    }
    return List.copyOf(changes);
  }

  /** What can be said of a version: in a word, and in texts of which only a change is told. */
  private record Facts(Map<String, String> words, Map<String, String> texts) {

    static Facts of(BenchmarkChanged version, boolean method) {
      Facts facts = new Facts(new LinkedHashMap<>(), new LinkedHashMap<>());
      for (Suite suite : Suites.all()) {
        facts.count("Items", suite, version.items().get(suite.id()));
        facts.count("Private items", suite, version.privateCounts().get(suite.id()));
      }
      facts.words.put(
          "Each item is asked",
          version.repeats() == null ? "once" : Formatting.counted(version.repeats(), "time"));
      if (method) {
        facts.asking(version.settings().generation());
        version.settings().suites().forEach(facts::judging);
      }
      return facts;
    }

    private void count(String what, Suite suite, Integer items) {
      if (items != null && items > 0) {
        words.put("%s of %s".formatted(what, suite.title()), Formatting.grouped(items));
      }
    }

    private void asking(Generation generation) {
      words.put("Temperature of the model", Formatting.plain(generation.temperature()));
      words.put("Top-p of the model", Formatting.plain(generation.topP()));
      words.put("Most tokens of an answer", Formatting.grouped(generation.maxTokens()));
      texts.put(
          "System prompt", generation.systemPrompt() == null ? "" : generation.systemPrompt());
    }

    private void judging(String id, VersionMethod.OfSuite suite) {
      String of = " of " + Suites.find(id).map(Suite::title).orElse(id);
      words.put(
          "Judges" + of,
          Formatting.listed(
              suite.judges().stream()
                  .map(
                      judge ->
                          judge.revision() == null
                              ? judge.name()
                              : "%s (%s)".formatted(judge.name(), judge.revision()))
                  .toList()));
      words.put("Rule of the panel" + of, suite.rule() == null ? "" : suite.rule().label());
      texts.put("Thresholds and ties" + of, suite.rules());
      for (Question question : suite.questions()) {
        String on = of + " on " + question.id();
        words.put("Votes" + on, Integer.toString(question.votes()));
        words.put("Temperature of the judges" + on, Formatting.plain(question.temperature()));
        words.put("Most tokens of a reply" + on, Formatting.grouped(question.maxTokens()));
        texts.put("Instructions to the judges" + on, question.instructions());
      }
    }

    private static Set<String> together(Map<String, String> first, Map<String, String> second) {
      Set<String> keys = new LinkedHashSet<>(first.keySet());
      keys.addAll(second.keySet());
      return keys;
    }
  }
}
