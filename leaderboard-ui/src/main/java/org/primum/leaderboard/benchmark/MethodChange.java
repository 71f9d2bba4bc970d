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

  /** All of them, as far as the two tell; what changed alike in several suites is one. */
  static List<MethodChange> between(BenchmarkChanged earlier, BenchmarkChanged later) {
    boolean bothTell = earlier.settings() != null && later.settings() != null;
    Map<Fact, String> before = facts(earlier, bothTell);
    Map<Fact, String> after = facts(later, bothTell);
    Map<MethodChange, List<String>> suites = new LinkedHashMap<>();
    Set<Fact> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (Fact fact : all) {
      String was = before.get(fact);
      String is = after.get(fact);
      // A suite that is new or gone says so by its items; its texts are not reworded.
      if (!Objects.equals(was, is) && !(fact.text() && (was == null || is == null))) {
        MethodChange change =
            fact.text()
                ? new MethodChange(fact.what(), null, null)
                : new MethodChange(fact.what(), was, is);
        suites.computeIfAbsent(change, any -> new ArrayList<>()).add(fact.suite());
      }
    }
    return suites.entrySet().stream().map(change -> change.getKey().in(change.getValue())).toList();
  }

  private MethodChange in(List<String> suites) {
    return suites.contains(null)
        ? this
        : new MethodChange("%s (%s)".formatted(what, Formatting.listed(suites)), before, after);
  }

  /**
   * What can be said of a version.
   *
   * @param what it is
   * @param suite the name of the suite it is said of; null when it is said of the version
   * @param text whether it is too long to stand in a list
   */
  private record Fact(String what, String suite, boolean text) {

    static Fact word(String what, String suite) {
      return new Fact(what, suite, false);
    }

    static Fact text(String what, String suite) {
      return new Fact(what, suite, true);
    }
  }

  private static Map<Fact, String> facts(BenchmarkChanged version, boolean method) {
    Map<Fact, String> facts = new LinkedHashMap<>();
    for (Suite suite : Suites.all()) {
      count(facts, "Items", suite, version.items().get(suite.id()));
      count(facts, "Private items", suite, version.privateCounts().get(suite.id()));
    }
    facts.put(
        Fact.word("Times each item is asked", null),
        version.repeats() == null ? "1" : version.repeats().toString());
    if (method) {
      asking(facts, version.settings().generation());
      version.settings().suites().forEach((id, suite) -> judging(facts, id, suite));
    }
    return facts;
  }

  private static void count(Map<Fact, String> facts, String what, Suite suite, Integer items) {
    if (items != null && items > 0) {
      facts.put(Fact.word(what, suite.title()), Formatting.grouped(items));
    }
  }

  private static void asking(Map<Fact, String> facts, Generation generation) {
    facts.put(
        Fact.word("Temperature of the model", null), Formatting.plain(generation.temperature()));
    facts.put(Fact.word("Top-p of the model", null), Formatting.plain(generation.topP()));
    facts.put(
        Fact.word("Most tokens of an answer", null), Formatting.grouped(generation.maxTokens()));
    facts.put(Fact.text("System message", null), Objects.toString(generation.systemPrompt(), ""));
  }

  private static void judging(Map<Fact, String> facts, String id, VersionMethod.OfSuite method) {
    String suite = Suites.find(id).map(Suite::title).orElse(id);
    facts.put(
        Fact.word("Judges", suite),
        Formatting.listed(method.judges().stream().map(MethodChange::named).toList()));
    if (method.rule() != null && method.judges().size() > 1) {
      facts.put(Fact.word("Rule of the panel", suite), method.rule().label());
    }
    facts.put(Fact.text("Thresholds and ties", suite), method.rules());
    for (Question question : method.questions()) {
      String on = " on " + question.id();
      facts.put(Fact.word("Votes" + on, suite), Integer.toString(question.votes()));
      facts.put(
          Fact.word("Temperature of the judges" + on, suite),
          Formatting.plain(question.temperature()));
      facts.put(
          Fact.word("Most tokens of a reply" + on, suite),
          Formatting.grouped(question.maxTokens()));
      facts.put(Fact.text("Policy and rubric" + on, suite), question.instructions());
    }
  }

  private static String named(VersionMethod.Judge judge) {
    return judge.revision() == null
        ? judge.name()
        : "%s (%s)".formatted(judge.name(), judge.revision());
  }
}
