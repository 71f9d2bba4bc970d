package org.primum.protocol.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Item;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * Made-up outcomes of one suite: items of a few categories and splits, asked up to three times,
 * scored, failed or still open.
 *
 * @param suite whose outcomes they are
 * @param outcomes one for each repetition of each item
 */
public record Made(Suite suite, List<ItemOutcome> outcomes) {

  /** Their metrics. */
  public SuiteMetrics metrics() {
    return suite.measure().metrics(outcomes);
  }

  /** Other outcomes of the same suite. */
  public Made with(List<ItemOutcome> others) {
    return new Made(suite, others);
  }

  /** The same outcomes, each with a verdict: those without take one of the given. */
  public Made filled(List<Verdict> verdicts, Random random) {
    return with(
        outcomes.stream()
            .map(
                outcome ->
                    outcome.scored()
                        ? outcome
                        : judged(outcome, verdicts.get(random.nextInt(verdicts.size()))))
            .toList());
  }

  /** Each item twice, the second time with the outcome of the first. */
  public Made repeated() {
    List<ItemOutcome> twice = new ArrayList<>(outcomes);
    outcomes.forEach(
        outcome ->
            twice.add(
                new ItemOutcome(
                    outcome.item(),
                    2,
                    outcome.suite(),
                    outcome.category(),
                    outcome.split(),
                    outcome.part(),
                    outcome.verdict(),
                    outcome.failure(),
                    outcome.traits())));
    return with(twice);
  }

  /** A verdict of that label, with whatever goes with it. */
  public static Verdict verdict(String label) {
    return new Verdict(label, label.matches("[1-5]") ? Integer.parseInt(label) : 0, null);
  }

  private static ItemOutcome judged(ItemOutcome outcome, Verdict verdict) {
    return new ItemOutcome(
        outcome.item(),
        outcome.repetition(),
        outcome.suite(),
        outcome.category(),
        outcome.split(),
        outcome.part(),
        verdict,
        null,
        outcome.traits());
  }

  /** Of every suite there is. */
  public static Arbitrary<Made> any() {
    return Arbitraries.of(Suites.all()).flatMap(Made::of);
  }

  private static Arbitrary<Made> of(Suite suite) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), item(suite).list().ofMinSize(1).ofMaxSize(12))
        .as((repetitions, items) -> new Made(suite, outcomes(suite, repetitions, items)));
  }

  private static List<ItemOutcome> outcomes(Suite suite, int repetitions, List<MadeItem> items) {
    List<ItemOutcome> outcomes = new ArrayList<>();
    for (int number = 0; number < items.size(); number++) {
      MadeItem item = items.get(number);
      for (int repetition = 1; repetition <= repetitions; repetition++) {
        End end = item.ends().get(repetition - 1);
        outcomes.add(
            new ItemOutcome(
                "item " + number,
                repetition,
                suite.id(),
                item.category(),
                item.split(),
                item.part(),
                end.verdict(),
                end.failure(),
                end.traits()));
      }
    }
    return outcomes;
  }

  private static Arbitrary<MadeItem> item(Suite suite) {
    Arbitrary<String> splits =
        suite.splits().isEmpty() ? Arbitraries.just(null) : Arbitraries.of(suite.splits());
    return Combinators.combine(
            Arbitraries.of("1", "2", "3"),
            splits,
            Arbitraries.of(Item.PRIVATE, null),
            end(suite).list().ofSize(3))
        .as(MadeItem::new);
  }

  /** Mostly with a verdict, as evaluations mostly are. */
  private static Arbitrary<End> end(Suite suite) {
    Arbitrary<AnswerTraits> traits =
        Combinators.combine(Arbitraries.integers().between(1, 2_000), Arbitraries.of(true, false))
            .as(AnswerTraits::new);
    return Arbitraries.frequencyOf(
        Tuple.of(
            6,
            Combinators.combine(verdict(suite), traits)
                .as((verdict, of) -> new End(verdict, null, of))),
        Tuple.of(2, Arbitraries.of(FailureKind.class).map(kind -> new End(null, kind, null))),
        Tuple.of(1, Arbitraries.just(new End(null, null, null))));
  }

  /** A verdict that a panel of the suite's measure comes to. */
  private static Arbitrary<Verdict> verdict(Suite suite) {
    Arbitrary<Panel> panels =
        switch (suite.measure().id()) {
          case "harm" -> Panel.harm(1, 3);
          case "refusal" -> Panel.refusal(1, 3);
          case "groundedness" -> Panel.groundedness(1, 3);
          default -> throw new IllegalStateException("make up votes for the new measure here");
        };
    return Combinators.combine(panels, Arbitraries.of(PanelRule.class)).as(Panel::verdict);
  }

  private record MadeItem(String category, String split, String part, List<End> ends) {}

  private record End(Verdict verdict, FailureKind failure, AnswerTraits traits) {}
}
